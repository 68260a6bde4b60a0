package inventory.reporting.http.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import inventory.model.Position;
import inventory.model.event.FactIds;
import inventory.model.movement.Movement;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.movements.MovementEntry;
import inventory.reporting.domain.movements.MovementReport;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The answer to {@code GET /movements}. */
@Serdeable
record MovementsBody(String itemId, List<Entry> movements, @Nullable String nextCursor) {

  /**
   * One row of a file. If a file has too many rows of the item to store each, one entry has their
   * sum, with {@code lines} and {@code rowCount} instead of {@code line}. An entry of an event has
   * {@code event} instead of lines and file. A correction has {@code correction} instead of units,
   * lines and file.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      Instant time,
      String warehouse,
      MovementEntry.Kind kind,
      @Nullable BigInteger change,
      @Nullable BigInteger count,
      @Schema(
              description =
                  "Level in the warehouse after this entry and all older ones, in units. Absent if"
                      + " it is not known: between rows that were not stored one by one, or if more"
                      + " than 10,000 movements would have to be read.")
          @Nullable
          BigInteger balance,
      @Nullable Integer line,
      @Nullable Lines lines,
      @Nullable Integer rowCount,
      @Nullable String file,
      @Nullable String fileId,
      @Nullable Event event,
      @Nullable Corrected correction) {

    static Entry of(MovementReport report) {
      MovementEntry entry = report.entry();
      MovementEntry.Lines lines = entry.lines();
      boolean several = lines.rows() > 1;
      return new Entry(
          entry.time(),
          entry.position().warehouse(),
          entry.kind(),
          entry.kind() == MovementEntry.Kind.CHANGE ? entry.units() : null,
          entry.kind() == MovementEntry.Kind.COUNT ? entry.units() : null,
          report.balance().orElse(null),
          lines.rows() == 1 ? lines.first() : null,
          several ? new Lines(lines.first(), lines.last()) : null,
          several ? lines.rows() : null,
          report.file().orElse(null),
          entry.fileId().orElse(null),
          entry.event().map(event -> MovementsBody.event(event, entry.movement())).orElse(null),
          entry.correction().map(MovementsBody::corrected).orElse(null));
    }
  }

  /**
   * An event: its id, its type and its sequence number. {@code client} is who stated it over REST,
   * and absent for an event of the stream.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Event(String id, String type, String sequenceNumber, @Nullable String client) {}

  /** The level before and after a correction, and the reason. Null means that there is no level. */
  @Serdeable
  record Corrected(@Nullable BigInteger from, @Nullable BigInteger to, String reason) {}

  /** The lowest and the highest line. Lines of other items may lie between them. */
  @Serdeable
  record Lines(int first, int last) {}

  static final List<Column<Entry>> COLUMNS =
      List.of(
          new Column<>("time", Entry::time),
          new Column<>("warehouse", Entry::warehouse),
          new Column<>("kind", Entry::kind),
          new Column<>("change", Entry::change),
          new Column<>("count", Entry::count),
          new Column<>("balance", Entry::balance),
          new Column<>("firstLine", entry -> line(entry, Lines::first)),
          new Column<>("lastLine", entry -> line(entry, Lines::last)),
          new Column<>("rowCount", Entry::rowCount),
          new Column<>("file", Entry::file),
          new Column<>("fileId", Entry::fileId),
          new Column<>("eventId", entry -> of(entry.event(), Event::id)),
          new Column<>("eventType", entry -> of(entry.event(), Event::type)),
          new Column<>("sequenceNumber", entry -> of(entry.event(), Event::sequenceNumber)),
          new Column<>("client", entry -> of(entry.event(), Event::client)),
          new Column<>("correctedFrom", entry -> of(entry.correction(), Corrected::from)),
          new Column<>("correctedTo", entry -> of(entry.correction(), Corrected::to)),
          new Column<>("correctionReason", entry -> of(entry.correction(), Corrected::reason)));

  private static @Nullable Integer line(Entry entry, Function<Lines, Integer> ofSeveral) {
    return entry.lines() == null ? entry.line() : ofSeveral.apply(entry.lines());
  }

  private static <T> @Nullable Object of(@Nullable T part, Function<T, Object> value) {
    return part == null ? null : value.apply(part);
  }

  private static Event event(Movement.Event event, String position) {
    return new Event(
        event.id(),
        event.type().wireName(),
        Position.sequenceNumber(position),
        FactIds.clientOf(event.id()).orElse(null));
  }

  private static Corrected corrected(MovementItem.Correction correction) {
    return new Corrected(
        correction.from().orElse(null), correction.to().orElse(null), correction.reason());
  }
}
