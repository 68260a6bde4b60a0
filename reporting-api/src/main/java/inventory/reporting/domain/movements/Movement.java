package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.movement.PackedRows;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one file, or one event, says of an item in a warehouse, as it is stored.
 *
 * @param warehouse the warehouse's name
 * @param position the {@link Position} of its latest row
 * @param fileId the record of the file that brought it; empty if none did
 * @param kind whether its rows are changes or counts
 * @param units the sum of its changes, or the count
 * @param lines where its rows stand in the file; {@link Lines#NONE} if it is of none
 * @param rows its rows; empty where there is but one, and where they are too many to be stored
 * @param correction of a correction what it set right
 * @param event the event that brought it, if one did
 */
public record Movement(
    String warehouse,
    String position,
    Optional<String> fileId,
    Kind kind,
    BigInteger units,
    Lines lines,
    List<PackedRows.Row> rows,
    Optional<Correction> correction,
    Optional<StreamEvent> event) {

  /** Whether units were added to the level, or replaced it. */
  public enum Kind {
    /** A signed change. */
    CHANGE,
    /** An absolute count. */
    COUNT,
    /** A level that did not follow from the others was set right. */
    CORRECTION
  }

  /**
   * Lines of a file, the header being line 1.
   *
   * @param first the lowest line number
   * @param last the highest line number
   * @param rows how many of the lines between are meant, both included
   */
  public record Lines(int first, int last, int rows) {

    /** The lines of what came as no file. */
    public static final Lines NONE = new Lines(0, 0, 0);

    /** A single line. */
    public static Lines only(int line) {
      return new Lines(line, line, 1);
    }
  }

  /** What a file says. */
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

  /** Rows are copied, so that a movement never changes. */
  public Movement {
    rows = List.copyOf(rows);
  }

  /**
   * One entry for each row; a single one for rows that are not stored, at the latest one's time.
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
