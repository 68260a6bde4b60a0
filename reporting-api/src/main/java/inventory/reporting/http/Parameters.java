package inventory.reporting.http;

import inventory.model.Names;
import inventory.reporting.domain.items.ItemOrder;
import inventory.reporting.domain.movements.Moment;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads parameters. An empty parameter counts as absent; an error names the parameter. */
public final class Parameters {

  private static final String ASCENDING = "asc";
  private static final String DESCENDING = "desc";
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;
  private static final int DEFAULT_DAYS = 30;
  private static final int MAX_DAYS = 366;
  private static final Instant FIRST_TIME = Instant.parse("0000-01-02T00:00:00Z");
  private static final int MAX_NOTE = 200;
  private static final Duration MAX_SNOOZE = Duration.ofDays(366);
  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");
  // DynamoDB stores and compares 38 digits exactly.
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,38}");

  private Parameters() {}

  /** A warehouse's name or an item's id. */
  public static String name(String parameter, String value) {
    if (Names.problemWith(value).isPresent()) {
      throw new BadParameterException(
          parameter,
          value,
          "1 to " + Names.MAX_LENGTH + " characters, not only spaces, without control characters");
    }
    return value;
  }

  /** A warehouse's name or an item's id, if given. */
  public static Optional<String> optionalName(String parameter, @Nullable String value) {
    return given(value).map(name -> name(parameter, name));
  }

  /** A prefix of an id or a name; empty if absent. */
  public static String prefix(@Nullable String value) {
    String prefix = given(value).orElse("");
    boolean isTooLong = prefix.codePointCount(0, prefix.length()) > Names.MAX_LENGTH;
    if (isTooLong || prefix.chars().anyMatch(Character::isISOControl)) {
      throw new BadParameterException(
          "query",
          prefix,
          "at most " + Names.MAX_LENGTH + " characters, without control characters");
    }
    return prefix;
  }

  /** The sort field; {@code itemId} if absent. */
  public static ItemOrder sort(@Nullable String value) {
    return Arrays.stream(ItemOrder.values())
        .filter(order -> order.field().equals(given(value).orElse(ItemOrder.ITEM_ID.field())))
        .findFirst()
        .orElseThrow(
            () ->
                new BadParameterException(
                    "sort",
                    String.valueOf(value),
                    "one of " + Arrays.stream(ItemOrder.values()).map(ItemOrder::field).toList()));
  }

  /** Whether the sort direction is descending; ascending if absent. */
  public static boolean descending(@Nullable String value) {
    String order = given(value).orElse(ASCENDING);
    if (!List.of(ASCENDING, DESCENDING).contains(order)) {
      throw new BadParameterException("order", order, "one of " + List.of(ASCENDING, DESCENDING));
    }
    return order.equals(DESCENDING);
  }

  /** The number of entries on a page; 100 if absent. */
  public static int limit(@Nullable String value) {
    return given(value).map(Parameters::limitOf).orElse(DEFAULT_LIMIT);
  }

  private static int limitOf(String value) {
    int limit = LIMIT.matcher(value).matches() ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new BadParameterException("limit", value, "a whole number from 1 to " + MAX_LIMIT);
    }
    return limit;
  }

  /** A lower limit of units, exclusive, if given. */
  public static Optional<BigInteger> greaterThan(@Nullable String value) {
    return given(value).map(Parameters::wholeOf);
  }

  private static BigInteger wholeOf(String value) {
    if (!WHOLE.matcher(value).matches()) {
      throw new BadParameterException("greaterThan", value, "a whole number of at most 38 digits");
    }
    return new BigInteger(value);
  }

  /** A day, if given. */
  public static Optional<LocalDate> date(@Nullable String value) {
    return given(value).map(given -> dateOf("date", given));
  }

  private static LocalDate dateOf(String parameter, String value) {
    try {
      LocalDate date = LocalDate.parse(value);
      if (date.getYear() >= 0 && date.getYear() <= 9999) {
        return date;
      }
      throw noDate(parameter, value);
    } catch (DateTimeException e) {
      throw noDate(parameter, value);
    }
  }

  private static BadParameterException noDate(String parameter, String value) {
    return new BadParameterException(parameter, value, "a day such as 2026-02-28");
  }

  /**
   * A moment of the past, if given.
   *
   * @param at the moment
   * @param knownAt when its facts were recorded at the latest; only together with a moment
   */
  public static Optional<Moment> moment(
      @Nullable String at, @Nullable String knownAt, Instant now) {
    Optional<Instant> limit = given(knownAt).map(value -> pastTime("knownAt", value, now));
    if (limit.isPresent() && given(at).isEmpty()) {
      throw new BadParameterException("knownAt", String.valueOf(knownAt), "given with \"at\"");
    }
    return given(at).map(value -> new Moment(pastTime("at", value, now), limit));
  }

  private static Instant pastTime(String parameter, String value, Instant now) {
    Optional<Instant> time = time(value);
    if (time.isEmpty() || time.get().isAfter(now) || time.get().isBefore(FIRST_TIME)) {
      throw new BadParameterException(
          parameter,
          value,
          "a time with its offset, not in the future, such as 2026-02-28T08:00:00Z");
    }
    return time.get();
  }

  private static Optional<Instant> time(String value) {
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The last day of a history in UTC; today if absent, never later. */
  public static LocalDate lastDay(@Nullable String value, LocalDate today) {
    LocalDate day = given(value).map(given -> dateOf("to", given)).orElse(today);
    if (day.isAfter(today)) {
      throw new BadParameterException("to", day.toString(), "today or an earlier day in UTC");
    }
    return day;
  }

  /** The first day of a history in UTC; 30 days before the last if absent. */
  public static LocalDate firstDay(@Nullable String value, LocalDate last) {
    LocalDate day =
        given(value).map(given -> dateOf("from", given)).orElse(last.minusDays(DEFAULT_DAYS - 1));
    if (day.isAfter(last) || day.isBefore(last.minusDays(MAX_DAYS - 1))) {
      throw new BadParameterException(
          "from", day.toString(), "at most " + MAX_DAYS + " days up to " + last);
    }
    return day;
  }

  /** A time after {@code now}, by at most {@link #MAX_SNOOZE}. */
  public static Instant until(@Nullable String value, Instant now) {
    String given = given(value).orElse("");
    Instant until = time(given).orElseThrow(() -> badUntil(given));
    if (!until.isAfter(now) || until.isAfter(now.plus(MAX_SNOOZE))) {
      throw badUntil(given);
    }
    return until;
  }

  private static BadParameterException badUntil(String value) {
    return new BadParameterException(
        "until",
        value,
        "a future time with its offset, at most "
            + MAX_SNOOZE.toDays()
            + " days from now, such as 2026-02-28T08:00:00+01:00");
  }

  /**
   * A whole number of units, of at most 64 bits.
   *
   * @param min the least number
   */
  public static long units(String parameter, @Nullable BigDecimal value, long min) {
    try {
      if (value != null && value.compareTo(BigDecimal.valueOf(min)) >= 0) {
        return value.longValueExact();
      }
    } catch (ArithmeticException e) {
      // Fractional or too large: reported below.
    }
    throw new BadParameterException(
        parameter,
        value == null ? "" : value.toString(),
        "a whole number from " + min + " to " + Long.MAX_VALUE);
  }

  /** A person's note; empty if absent. */
  public static String note(@Nullable String value) {
    return note("note", value);
  }

  /** A person's note in a parameter of this name; empty if absent. */
  public static String note(String parameter, @Nullable String value) {
    String note = given(value).orElse("");
    boolean isTooLong = note.codePointCount(0, note.length()) > MAX_NOTE;
    if (isTooLong || (!note.isEmpty() && Names.problemWith(note).isPresent())) {
      throw new BadParameterException(
          parameter,
          note,
          "at most " + MAX_NOTE + " characters, not only spaces, without control characters");
    }
    return note;
  }

  /** A constant of an enum by its name, if given. */
  public static <E extends Enum<E>> Optional<E> oneOf(
      String parameter, Class<E> type, @Nullable String value) {
    return oneOf(parameter, List.of(type.getEnumConstants()), value);
  }

  /** One of these constants by its name, if given. */
  public static <E extends Enum<E>> Optional<E> oneOf(
      String parameter, List<E> constants, @Nullable String value) {
    return given(value)
        .map(
            given ->
                constants.stream()
                    .filter(constant -> constant.name().equals(given))
                    .findFirst()
                    .orElseThrow(
                        () -> new BadParameterException(parameter, given, "one of " + constants)));
  }

  /** A parameter without a value counts as absent. */
  public static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }
}
