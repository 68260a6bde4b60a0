package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.movement.Movement;
import inventory.model.movement.PackedRows;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of a movement, one event, or the sum of rows that were too many to be stored one by one.
 *
 * @param position its position among the item's entries
 * @param movement the position of the movement it belongs to
 * @param begin the time of its earliest row; differs from {@link #time} only for a sum of rows
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
    Instant begin,
    Optional<String> fileId,
    Kind kind,
    BigInteger units,
    Lines lines,
    Optional<MovementItem.Correction> correction,
    Optional<Movement.Event> event) {

  /** How an entry changes the level. */
  public enum Kind {
    /** A signed change. */
    CHANGE,
    /** An absolute count. */
    COUNT,
    /** A rebuild corrected the level. */
    CORRECTION
  }

  /**
   * Lines of a file. The header is line 1.
   *
   * @param first the lowest line number
   * @param last the highest line number
   * @param rows the number of rows from the first to the last line
   */
  public record Lines(int first, int last, int rows) {

    /** No lines, for an entry that came from no file. */
    public static final Lines NONE = new Lines(0, 0, 0);
  }

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

  /**
   * The entries of a movement in any order: one for each row, or a single one at the time of the
   * latest row if rows are not stored.
   */
  static Stream<MovementEntry> allOf(MovementItem item) {
    Movement movement = item.movement();
    if (movement.rowCount() == 1 || movement.rows().isEmpty()) {
      Lines lines = new Lines(movement.firstLine(), movement.lastLine(), movement.rowCount());
      return Stream.of(
          entry(item, movement.position(), movement.firstTime(), movement.total(), lines));
    }
    return PackedRows.read(movement.rows().get().packed()).stream().map(row -> ofRow(item, row));
  }

  private static MovementEntry ofRow(MovementItem item, PackedRows.Row row) {
    return entry(
        item,
        Position.of(row.time(), item.movement().source()),
        row.time(),
        BigInteger.valueOf(row.change()),
        new Lines(row.line(), row.line(), 1));
  }

  private static MovementEntry entry(
      MovementItem item, String at, Instant begin, BigInteger units, Lines lines) {
    Movement movement = item.movement();
    boolean isOfFile = item.correction().isEmpty() && movement.event().isEmpty();
    return new MovementEntry(
        new EntryPosition(at, isOfFile ? lines.last() : 0, movement.key().warehouse()),
        movement.position(),
        begin,
        isOfFile ? Optional.of(movement.fileId()) : Optional.empty(),
        kind(item),
        units,
        isOfFile ? lines : Lines.NONE,
        item.correction(),
        movement.event());
  }

  private static Kind kind(MovementItem item) {
    return item.correction()
        .map(correction -> Kind.CORRECTION)
        .orElseGet(() -> Kind.valueOf(item.movement().kind().name()));
  }

  /** The time of its latest row. */
  public Instant time() {
    return Position.instant(position.at());
  }
}
