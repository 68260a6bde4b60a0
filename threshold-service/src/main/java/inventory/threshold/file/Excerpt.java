package inventory.threshold.file;

/** Text from a file as it may stand in a reason: short, on one line, and of whole characters. */
final class Excerpt {

  private static final int MAX_QUOTED = 40;

  private Excerpt() {}

  /** In quotes, of at most 40 characters. */
  static String quoted(String text) {
    return "\"" + cut(text, MAX_QUOTED) + "\"";
  }

  /** Of at most so many characters; what cannot be printed is a question mark. */
  static String cut(String text, int length) {
    String start = text.length() > length ? text.substring(0, length) + "…" : text;
    return start
        .codePoints()
        .map(c -> isPrintable(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether every surrogate has its other half, so that the text can be written as UTF-8. */
  static boolean isWhole(String text) {
    return text.codePoints().noneMatch(Excerpt::isSurrogate);
  }

  private static boolean isPrintable(int codePoint) {
    return !Character.isISOControl(codePoint) && !isSurrogate(codePoint);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
