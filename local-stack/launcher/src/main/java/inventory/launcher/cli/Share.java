package inventory.launcher.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A share.
 *
 * @param value 0 to 1
 */
record Share(double value) {

  static final Share NONE = new Share(0);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s?%");
  private static final double ALL = 100;

  static Share parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    if (!(percent <= ALL)) {
      throw new TypeConversionException(
          "\"" + text + "\" is not a share: write a percentage from 0% to 100%, as 5%");
    }
    return new Share(percent / ALL);
  }

  @Override
  public String toString() {
    return value * ALL + "%";
  }
}
