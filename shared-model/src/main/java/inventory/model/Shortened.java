package inventory.model;

/** Texts that people read only the beginning of. */
public final class Shortened {

  private Shortened() {}

  /**
   * A text of at most so many characters, the last one being an ellipsis where some were cut off.
   *
   * @param length 1 or more
   */
  public static String text(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
