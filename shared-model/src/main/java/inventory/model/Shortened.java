package inventory.model;

/** Shortens texts of which people need only the beginning. */
public final class Shortened {

  private Shortened() {}

  /**
   * A text of at most {@code length} characters, ending in an ellipsis if it was cut.
   *
   * @param length Unicode code points, 1 or more
   */
  public static String text(String text, int length) {
    boolean fits = text.length() <= length || text.codePointCount(0, text.length()) <= length;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
