package inventory.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which of two statements about a threshold is newer (requirement T4): the one of the later day,
 * and within a day the one that was made later.
 *
 * @param day the day for which it is made: a file's is in its key
 * @param at when it was made: when S3 stored the file, or when a person decided
 * @param source the id of the file, or {@link #PERSON}
 */
public record ThresholdVersion(LocalDate day, Instant at, String source) {

  /** The source of a person's decision. */
  public static final String PERSON = "person";

  private static final String SEPARATOR = "#";

  /**
   * The version of a decision that a person makes now, who sees the current threshold. It is newer
   * than that one, even if its file is for tomorrow, or if the clocks differ.
   *
   * @param current the version of the current threshold, if one was ever set
   */
  public static ThresholdVersion decided(Instant now, Optional<ThresholdVersion> current) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (current.isEmpty() || current.get().day().isBefore(today)) {
      return new ThresholdVersion(today, now, PERSON);
    }
    Instant before = current.get().at();
    return new ThresholdVersion(
        current.get().day(), now.isAfter(before) ? now : before.plusNanos(1), PERSON);
  }

  /** The version of a {@link #text}. */
  public static ThresholdVersion of(String text) {
    int end = text.indexOf(SEPARATOR);
    String position = text.substring(end + 1);
    return new ThresholdVersion(
        LocalDate.parse(text.substring(0, end)),
        Position.instant(position),
        Position.source(position));
  }

  /** The version as text; sorts in the order of versions. */
  public String text() {
    return day + SEPARATOR + Position.of(at, source);
  }
}
