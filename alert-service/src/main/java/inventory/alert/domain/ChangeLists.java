package inventory.alert.domain;

import java.util.stream.Stream;

/** Stored lists of changed items that were too long for a message. */
public interface ChangeLists {

  /**
   * Opens a list. It is read while the stream is consumed; the caller closes the stream.
   *
   * @param listKey the list's object key
   * @throws RuntimeException if there is no such list; the stream throws one with the line number
   *     if a line is not a changed item
   */
  Stream<Hint> open(String listKey);
}
