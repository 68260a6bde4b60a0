package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One row of a movement, one event, or the sum of rows that were too many to be stored one by one.
 *
 * @param position its position among the item's entries
 * @param movement the position of the movement it belongs to
 * @param fileId the id of the file it came from; empty if it came from no file
 * @param kind whether it is a change, a count or a correction
 * @param units the signed change, or the count
 * @param lines its lines in the file
 * @param correction what a correction changed; empty for other kinds
 * @param event the event it came from; empty if it came from no event
 */
public record MovementEntry(
    EntryPosition position,
    String movement,
    Optional<String> fileId,
    Movement.Kind kind,
    BigInteger units,
    Movement.Lines lines,
    Optional<MovementItem.Correction> correction,
    Optional<StreamEvent> event) {

  /**
   * Orders an item's entries: by time, then by source, then by line. Events of one moment keep the
   * order of the stream. A line and an event each belong to one warehouse, so positions are unique.
   *
   * @param at a {@link Position}
   * @param line the highest line
   * @param warehouse the warehouse's name
   */
  public record EntryPosition(String at, int line, String warehouse)
      implements Comparable<EntryPosition> {

    private static final Comparator<EntryPosition> ORDER =
        Comparator.comparing(EntryPosition::at)
            .thenComparingInt(EntryPosition::line)
            .thenComparing(EntryPosition::warehouse);

    /** Orders the oldest first. */
    @Override
    public int compareTo(EntryPosition other) {
      return ORDER.compare(this, other);
    }
  }

  /** The time of its latest row. */
  public Instant time() {
    return Position.instant(position.at());
  }
}
