package inventory.threshold.domain;

import inventory.model.ThresholdVersion;
import inventory.model.inbox.Upload;
import inventory.model.resource.Inbox;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day for which a threshold file is made (requirement T4): the day in its key, or the day of
 * the upload, in UTC, if the key has no valid one.
 */
final class FileDay {

  /** A day in the key may be one ahead of UTC, as it is each night in time zones to the east. */
  private static final int MAX_DAYS_AHEAD = 1;

  private static final Pattern KEY =
      Pattern.compile("/?" + Inbox.THRESHOLDS_PREFIX + "(\\d{4})/(\\d{1,2})/(\\d{1,2})/.*");

  private FileDay() {}

  /** The version of the thresholds in an upload. */
  static ThresholdVersion version(Upload upload) {
    LocalDate day = dayIn(upload.key()).filter(d -> !isAhead(d, upload)).orElse(uploadDay(upload));
    return new ThresholdVersion(day, upload.uploadedAt(), upload.fileId());
  }

  /** The reason why the day in a key is not used, in words for people; empty if it is used. */
  static Optional<String> problem(Upload upload) {
    Optional<LocalDate> day = dayIn(upload.key());
    if (day.isEmpty()) {
      return Optional.of("the key has no day, so the day of the upload is used");
    }
    return day.filter(d -> isAhead(d, upload))
        .map(d -> "the key's day " + d + " is in the future, so the day of the upload is used");
  }

  private static Optional<LocalDate> dayIn(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
    } catch (DateTimeException e) {
      // Not a calendar day, such as February 30.
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean isAhead(LocalDate day, Upload upload) {
    return day.isAfter(uploadDay(upload).plusDays(MAX_DAYS_AHEAD));
  }

  private static LocalDate uploadDay(Upload upload) {
    return LocalDate.ofInstant(upload.uploadedAt(), ZoneOffset.UTC);
  }
}
