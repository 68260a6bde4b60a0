package inventory.reporting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import inventory.reporting.domain.Correction;
import inventory.reporting.domain.Movement;
import inventory.reporting.domain.MovementEntry;
import inventory.reporting.domain.MovementPage;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** The answer to {@code GET /items/{itemId}/movements}. */
@Serdeable
record MovementsBody(String itemId, List<Entry> movements, @Nullable String nextCursor) {

  /**
   * One row of a file; or, where a file has too many rows of the item to tell them apart, their
   * sum, with {@code lines} and {@code rowCount} in place of {@code line}. A correction is of no
   * file: it has {@code correction} in place of units and lines.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      Instant time,
      String warehouse,
      Movement.Kind kind,
      @Nullable BigInteger change,
      @Nullable BigInteger count,
      @Nullable Integer line,
      @Nullable Lines lines,
      @Nullable Integer rowCount,
      @Nullable String file,
      @Nullable String fileId,
      @Nullable Corrected correction) {}

  /** What the level was, what it is since, and why; null where there was, or is, no level. */
  @Serdeable
  record Corrected(@Nullable BigInteger from, @Nullable BigInteger to, String reason) {}

  /** The lowest and the highest line; lines of other items may stand between. */
  @Serdeable
  record Lines(int first, int last) {}

  static MovementsBody of(String itemId, MovementPage page, @Nullable String nextCursor) {
    List<Entry> entries =
        page.entries().stream()
            .map(entry -> entry(entry, page.fileKeys().get(entry.fileId())))
            .toList();
    return new MovementsBody(itemId, entries, nextCursor);
  }

  private static Entry entry(MovementEntry entry, @Nullable String file) {
    return entry
        .correction()
        .map(correction -> corrected(entry, correction))
        .orElseGet(() -> ofFile(entry, file));
  }

  private static Entry corrected(MovementEntry entry, Correction correction) {
    Corrected body =
        new Corrected(
            correction.from().orElse(null), correction.to().orElse(null), correction.reason());
    return new Entry(
        entry.time(),
        entry.place().warehouse(),
        entry.kind(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        body);
  }

  private static Entry ofFile(MovementEntry entry, @Nullable String file) {
    boolean count = entry.kind() == Movement.Kind.COUNT;
    Movement.Lines lines = entry.lines();
    boolean single = lines.rows() == 1;
    return new Entry(
        entry.time(),
        entry.place().warehouse(),
        entry.kind(),
        count ? null : entry.units(),
        count ? entry.units() : null,
        single ? lines.first() : null,
        single ? null : new Lines(lines.first(), lines.last()),
        single ? null : lines.rows(),
        file,
        entry.fileId(),
        null);
  }
}
