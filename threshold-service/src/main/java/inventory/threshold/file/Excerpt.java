package inventory.threshold.file;

/** Text from a file for use in a reason: short, on one line, and with whole characters. */
final class Excerpt {

  private static final int MAX_QUOTED = 40;

  private Excerpt() {}

  /** A text in quotes, of at most 40 characters. */
  static String quoted(String text) {
    return "\"" + cut(text, MAX_QUOTED) + "\"";
  }

  /** A text of at most {@code length} characters, with question marks for unprintable ones. */
  static String cut(String text, int length) {
    String start = text.length() > length ? text.substring(0, length) + "…" : text;
    return start
        .codePoints()
        .map(c -> isPrintable(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int codePoint) {
    return !Character.isISOControl(codePoint) && !isSurrogate(codePoint);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
