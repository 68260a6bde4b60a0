package inventory.threshold.domain;

import inventory.model.Position;
import inventory.model.inbox.Upload;
import inventory.model.resource.Inbox;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of threshold files (requirement T4): by the day in the key, and within a day by the
 * upload.
 *
 * @param day the day in the key; the day of the upload, in UTC, if the key has no valid one
 * @param uploadedAt when S3 stored the file
 * @param fileId the id of the file's record
 */
public record ThresholdVersion(LocalDate day, Instant uploadedAt, String fileId) {

  /** A day in the key may be one ahead of UTC, as it is each night in time zones to the east. */
  private static final int MAX_DAYS_AHEAD = 1;

  private static final Pattern KEY =
      Pattern.compile("/?" + Inbox.THRESHOLDS_PREFIX + "(\\d{4})/(\\d{1,2})/(\\d{1,2})/.*");

  /** The version of an upload. */
  public static ThresholdVersion of(Upload upload) {
    LocalDate day = dayIn(upload.key()).filter(d -> !isAhead(d, upload)).orElse(uploadDay(upload));
    return new ThresholdVersion(day, upload.uploadedAt(), upload.fileId());
  }

  /** The reason why the day in a key is not used, in words for people; empty if it is used. */
  static Optional<String> problemWithDay(Upload upload) {
    Optional<LocalDate> day = dayIn(upload.key());
    if (day.isEmpty()) {
      return Optional.of("the key has no day, so the day of the upload is used");
    }
    return day.filter(d -> isAhead(d, upload))
        .map(d -> "the key's day " + d + " is in the future, so the day of the upload is used");
  }

  /** The version as text; sorts in the order of versions. */
  public String text() {
    return day + "#" + Position.of(uploadedAt, fileId);
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
