package inventory.validation.rebuild;

import java.util.List;

/** Levels cannot be computed from files that cannot be read; the message names each of them. */
public final class CannotRebuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With its reasons.
   *
   * @param problems one line each, in words for people
   */
  public CannotRebuildException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
