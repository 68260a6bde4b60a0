package inventory.reporting.domain;

import inventory.model.Position;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One row of a movement, or an event, or the sum of rows that are too many to be told apart.
 *
 * @param place where it stands among the item's entries
 * @param movement the position of the movement that it is of
 * @param fileId the record of the file that brought it; empty if none did
 * @param kind whether it is a change or a count
 * @param units the signed change, or the count
 * @param lines where it stands in the file
 * @param correction of a correction what it set right
 * @param event the event that brought it, if one did
 */
public record MovementEntry(
    Place place,
    String movement,
    Optional<String> fileId,
    Movement.Kind kind,
    BigInteger units,
    Movement.Lines lines,
    Optional<Correction> correction,
    Optional<StreamEvent> event) {

  /**
   * The order of an item's entries: by time; at one time by source, so that events of a moment
   * stand in the order of the stream; and within one file by line. A line is of one warehouse, and
   * so is an event, so that no two entries share a place.
   *
   * @param position a {@link Position}
   * @param line the highest line
   * @param warehouse the warehouse's name
   */
  public record Place(String position, int line, String warehouse) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::position)
            .thenComparingInt(Place::line)
            .thenComparing(Place::warehouse);

    /** Orders the oldest first. */
    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** When it happened: the time of its latest row. */
  public Instant time() {
    return Position.instant(place.position());
  }
}
