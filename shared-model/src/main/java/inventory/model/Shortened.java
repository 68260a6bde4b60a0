package inventory.model;

/** Shortens texts of which people need only the beginning. */
public final class Shortened {

  private Shortened() {}

  /**
   * A text of at most {@code length} characters, ending in an ellipsis if it was cut.
   *
   * @param length 1 or more
   */
  public static String text(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
