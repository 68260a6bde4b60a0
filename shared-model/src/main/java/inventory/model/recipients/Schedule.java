package inventory.model.recipients;

import inventory.model.StockState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When people are notified. A local time that a clock change skips is as much later as the clock
 * jumps; one that occurs twice counts the first time.
 *
 * @param zone the time zone of all local times
 * @param digestAt the times of the daily digests, in order; empty to notify immediately
 * @param quietHours when nobody is notified
 * @param outOfStockWaits whether stock that runs out waits for the digest and for the end of the
 *     quiet hours, too
 */
public record Schedule(
    ZoneId zone,
    List<LocalTime> digestAt,
    Optional<QuietHours> quietHours,
    boolean outOfStockWaits) {

  /** Copies the list. */
  public Schedule {
    digestAt = List.copyOf(digestAt);
  }

  /**
   * A part of each day.
   *
   * @param from its beginning
   * @param to its end, on the same day or on the next one; not equal to the beginning
   */
  public record QuietHours(LocalTime from, LocalTime to) {}

  /** Whether a state is reported at once, at any time of day. */
  public boolean isUrgent(StockState state) {
    return state == StockState.OUT && !outOfStockWaits;
  }

  /** Whether a state waits for a digest. */
  public boolean isInDigest(StockState state) {
    return !digestAt.isEmpty() && !isUrgent(state);
  }

  /**
   * When a state is reported that may be reported from a moment on. A digest at exactly this moment
   * is over.
   */
  public Instant due(StockState state, Instant from) {
    return dueOutsideQuietHours(state, isInDigest(state) ? nextDigest(from) : from);
  }

  /** The first moment from a moment on at which a state may be reported, outside of digests. */
  public Instant dueOutsideQuietHours(StockState state, Instant from) {
    return isUrgent(state) ? from : quietHours.map(hours -> afterQuiet(hours, from)).orElse(from);
  }

  private Instant nextDigest(Instant from) {
    LocalDate day = from.atZone(zone).toLocalDate();
    return day.datesUntil(day.plusDays(3))
        .flatMap(date -> digestAt.stream().map(time -> at(date, time)))
        .filter(digest -> digest.isAfter(from))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private Instant afterQuiet(QuietHours hours, Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    int days = hours.from().isBefore(hours.to()) ? 0 : 1;
    return day.minusDays(1)
        .datesUntil(day.plusDays(1))
        .filter(date -> !at(date, hours.from()).isAfter(at))
        .map(date -> at(date.plusDays(days), hours.to()))
        .filter(at::isBefore)
        .findFirst()
        .orElse(at);
  }

  private Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }
}
