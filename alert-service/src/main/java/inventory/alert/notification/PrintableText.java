package inventory.alert.notification;

import java.util.regex.Pattern;

/** Makes external text safe for one line of a notification. */
final class PrintableText {

  // Control characters, line and paragraph separators, and invisible characters that can reverse
  // the
  // direction of the following text.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]");

  private static final String REPLACEMENT = "\uFFFD";
  private static final String ELLIPSIS = "…";

  private PrintableText() {}

  /** The text with a replacement character for each character that is not printable. */
  static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(REPLACEMENT);
  }

  /**
   * Like {@link #of}, cut to a length, with an ellipsis if it was cut.
   *
   * @param text any text
   * @param length the longest result, in code points
   */
  static String cut(String text, int length) {
    String printable = of(text);
    if (printable.codePointCount(0, printable.length()) <= length) {
      return printable;
    }
    return printable.substring(0, printable.offsetByCodePoints(0, length - 1)) + ELLIPSIS;
  }
}
