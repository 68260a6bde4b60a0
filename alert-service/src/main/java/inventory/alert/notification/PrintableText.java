package inventory.alert.notification;

import inventory.model.Shortened;
import java.util.regex.Pattern;

/** Text for one line of a notification; external text is made safe. */
final class PrintableText {

  // Control characters, line and paragraph separators, and invisible characters that can reverse
  // the
  // direction of the following text.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]");

  private static final String REPLACEMENT = "\uFFFD";

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
    return Shortened.text(of(text), length);
  }

  /** A number of things: "1 row", "2 rows". */
  static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }
}
