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
 * When a file sets its thresholds (requirement T4): on the day in its key; within a day, when it
 * was uploaded.
 *
 * @param day the day in the key; the day of the upload, in UTC, where the key has none that counts
 * @param uploadedAt when S3 took the file in
 * @param fileId the id of the file's record
 */
public record ThresholdVersion(LocalDate day, Instant uploadedAt, String fileId) {

  /** A day in the key may be ahead of UTC's by one, as it is east of Greenwich each night. */
  private static final int MAX_DAYS_AHEAD = 1;

  private static final Pattern KEY =
      Pattern.compile("/?" + Inbox.THRESHOLDS_PREFIX + "(\\d{4})/(\\d{1,2})/(\\d{1,2})/.*");

  /** When an upload sets its thresholds. */
  public static ThresholdVersion of(Upload upload) {
    LocalDate day = dayIn(upload.key()).filter(d -> !isAhead(d, upload)).orElse(uploadDay(upload));
    return new ThresholdVersion(day, upload.uploadedAt(), upload.fileId());
  }

  /** Why the day in an upload's key does not count, in words for people; empty if it does. */
  static Optional<String> problemWithDay(Upload upload) {
    Optional<LocalDate> day = dayIn(upload.key());
    if (day.isEmpty()) {
      return Optional.of("the key has no day; the day of the upload counts");
    }
    return day.filter(d -> isAhead(d, upload))
        .map(d -> "the key's day " + d + " was still to come; the day of the upload counts");
  }

  /** As text that sorts as the files do. */
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
      // No day of the calendar, such as the 30th of February.
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
