package inventory.launcher.sql;

import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Which days of the tables are wanted, as the partition column has them.
 *
 * @param from the first one; without it, from the beginning
 * @param to the last one; without it, to the end
 */
public record Days(Optional<String> from, Optional<String> to) {

  /** All of them. */
  public static final Days ALL = new Days(Optional.empty(), Optional.empty());

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Refuses what is no day. */
  public Days {
    from.ifPresent(day -> check("--from", day));
    to.ifPresent(day -> check("--to", day));
  }

  private static void check(String option, String day) {
    try {
      LocalDate.parse(day, FORMAT);
    } catch (DateTimeException e) {
      throw new LaunchException(
          "%s is \"%s\": write a day as %s, as in 2026/11/21"
              .formatted(option, day, RawTables.DAY_FORMAT),
          e);
    }
  }

  /** Whether a day, in the same form, is one of them. */
  boolean contains(String day) {
    return from.stream().allMatch(first -> day.compareTo(first) >= 0)
        && to.stream().allMatch(last -> day.compareTo(last) <= 0);
  }
}
