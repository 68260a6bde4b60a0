package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.movement.PackedRows;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A movement as it is stored: the rows of one item and warehouse in one file, or one event.
 *
 * @param warehouse the warehouse's name
 * @param position the {@link Position} of its latest row
 * @param fileId the id of the file it came from; empty if it came from no file
 * @param kind whether its rows are changes or counts
 * @param units the sum of its changes, or the count
 * @param lines the lines of its rows; {@link Lines#NONE} if it came from no file
 * @param rows its rows; empty if there is only one, or if there are too many to store
 * @param correction what a correction changed; empty for other kinds
 * @param event the event it came from; empty if it came from no event
 */
public record Movement(
    String warehouse,
    String position,
    Optional<String> fileId,
    Kind kind,
    BigInteger units,
    Lines lines,
    List<PackedRows.Row> rows,
    Optional<MovementItem.Correction> correction,
    Optional<StreamEvent> event) {

  /** How a movement changes the level. */
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

    /** No lines, for a movement that came from no file. */
    public static final Lines NONE = new Lines(0, 0, 0);

    /** A single line. */
    public static Lines only(int line) {
      return new Lines(line, line, 1);
    }
  }

  /** A movement of a file. */
  public Movement(
      String warehouse,
      String position,
      String fileId,
      Kind kind,
      BigInteger units,
      Lines lines,
      List<PackedRows.Row> rows) {
    this(
        warehouse,
        position,
        Optional.of(fileId),
        kind,
        units,
        lines,
        rows,
        Optional.empty(),
        Optional.empty());
  }

  /** Copies the rows. */
  public Movement {
    rows = List.copyOf(rows);
  }

  /**
   * One entry for each row, or a single one at the time of the latest row if rows are not stored.
   */
  public Stream<MovementEntry> entries() {
    return rows.isEmpty() ? Stream.of(entry(position, units, lines)) : rows.stream().map(this::of);
  }

  private MovementEntry of(PackedRows.Row row) {
    return entry(
        Position.of(row.time(), Position.source(position)),
        BigInteger.valueOf(row.change()),
        Lines.only(row.line()));
  }

  private MovementEntry entry(String at, BigInteger entryUnits, Lines entryLines) {
    return new MovementEntry(
        new MovementEntry.EntryPosition(at, entryLines.last(), warehouse),
        position,
        fileId,
        kind,
        entryUnits,
        entryLines,
        correction,
        event);
  }
}
