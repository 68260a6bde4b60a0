package inventory.launcher.sql;

import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * A range of days, in the form of {@link RawTables#DAY_FORMAT}.
 *
 * @param from the first day; null for no limit
 * @param to the last day; null for no limit
 */
public record Days(String from, String to) {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Rejects a text that is not a day. */
  public Days {
    check("--from", from);
    check("--to", to);
  }

  private static void check(String option, String day) {
    try {
      if (day != null) {
        LocalDate.parse(day, FORMAT);
      }
    } catch (DateTimeException e) {
      throw new LaunchException(
          "%s is \"%s\": write a day as %s, for example 2026/11/21"
              .formatted(option, day, RawTables.DAY_FORMAT),
          e);
    }
  }

  boolean contains(String day) {
    return (from == null || day.compareTo(from) >= 0) && (to == null || day.compareTo(to) <= 0);
  }
}
