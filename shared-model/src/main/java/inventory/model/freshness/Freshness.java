package inventory.model.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * When files reported about a warehouse, and what is usual for it. It follows from the files alone,
 * in whatever order they are recorded, and however often.
 *
 * <p>Files within one hour are one report. The usual interval is the median of the gaps between the
 * last {@value #MAX_REPORTS} reports; at least {@value #MIN_REPORTS} are needed. A pause as long as
 * one of these gaps is usual too, such as a night or a weekend.
 *
 * @param hours the latest hours in which a file was uploaded, since 1970, at most {@value
 *     #MAX_REPORTS}
 * @param lastFileAt when the latest file was uploaded
 */
public record Freshness(SortedSet<Long> hours, Instant lastFileAt) {

  /** How many reports are kept: two days of a warehouse that reports each hour. */
  public static final int MAX_REPORTS = 50;

  /** The fewest reports from which an interval is learned. */
  public static final int MIN_REPORTS = 3;

  private static final int LATE = 2;
  private static final int SILENT = 5;

  /** How current the stock of a warehouse is. */
  public enum State {
    /** A file came within the usual time. */
    FRESH,
    /** None came for twice the usual interval. */
    LATE,
    /** None came for five times the usual interval. */
    SILENT,
    /** There are too few reports to tell. */
    UNKNOWN
  }

  /** Keeps its own copy. */
  public Freshness {
    hours = new TreeSet<>(hours);
  }

  /** After the first file. */
  public static Freshness first(Instant uploadedAt) {
    return new Freshness(new TreeSet<>(List.of(hour(uploadedAt))), uploadedAt);
  }

  private static long hour(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }

  /** After another file, which may have been uploaded earlier than others. */
  public Freshness after(Instant uploadedAt) {
    TreeSet<Long> all = new TreeSet<>(hours);
    all.add(hour(uploadedAt));
    while (all.size() > MAX_REPORTS) {
      all.pollFirst();
    }
    return new Freshness(all, uploadedAt.isAfter(lastFileAt) ? uploadedAt : lastFileAt);
  }

  /** The usual interval, in whole hours, at least one; empty with too few reports. */
  public Optional<Duration> usualInterval() {
    long[] gaps = gaps().sorted().toArray();
    // Of an even number the longer one in the middle: an alert too late is better than a false one.
    return hours.size() < MIN_REPORTS
        ? Optional.empty()
        : Optional.of(Duration.ofHours(gaps[gaps.length / 2]));
  }

  private LongStream gaps() {
    long[] all = hours.stream().mapToLong(Long::longValue).toArray();
    return LongStream.range(1, all.length).map(i -> all[(int) i] - all[(int) i - 1]);
  }

  /** When the warehouse becomes late, unless a file comes; empty with too few reports. */
  public Optional<Instant> lateAt() {
    return at(LATE);
  }

  /** When the warehouse becomes silent, unless a file comes; empty with too few reports. */
  public Optional<Instant> silentAt() {
    return at(SILENT);
  }

  private Optional<Instant> at(int intervals) {
    return usualInterval()
        .map(usual -> longer(usual.multipliedBy(intervals), pause(intervals)))
        .map(lastFileAt::plus);
  }

  /** A known pause, and as much of it again as the number of intervals is above twice: half. */
  private Duration pause(int intervals) {
    Duration longest = Duration.ofHours(gaps().max().orElse(0));
    return intervals == LATE ? longest.plusHours(1) : longest.plus(longest.dividedBy(2));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The state at a time. */
  public State state(Instant now) {
    if (lateAt().isEmpty()) {
      return State.UNKNOWN;
    }
    if (!now.isAfter(lateAt().get())) {
      return State.FRESH;
    }
    return now.isAfter(silentAt().orElseThrow()) ? State.SILENT : State.LATE;
  }
}
