package inventory.launcher.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads shares. */
public final class Share {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s?%");
  private static final double ALL = 100;

  private Share() {}

  /**
   * Reads a share such as {@code 5%} or {@code 0.1%}.
   *
   * @return 0 to 1
   * @throws IllegalArgumentException if it is none; its message says what a share looks like
   */
  public static double parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    if (!(percent <= ALL)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no share: write a percentage from 0% to 100%, as 5% or 0.1%");
    }
    return percent / ALL;
  }
}
