package inventory.alert.domain;

import java.util.stream.Stream;

/** Lists of changed items that were too long for a message. */
public interface ChangeLists {

  /**
   * Opens a list, which is read while the stream is consumed.
   *
   * @param listKey where the list lies
   * @return the items on it; to be closed by the caller
   * @throws RuntimeException if there is no such list; the stream throws one where a line is no
   *     item, and says which line
   */
  Stream<Hint> open(String listKey);
}
