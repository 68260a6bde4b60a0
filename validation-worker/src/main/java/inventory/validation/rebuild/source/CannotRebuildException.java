package inventory.validation.rebuild.source;

import java.util.List;

/** The levels cannot be computed because files cannot be read; the message names each file. */
public final class CannotRebuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param problems one line for each file, for people
   */
  public CannotRebuildException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
