package inventory.reporting.http.items;

import inventory.model.StockKey;
import inventory.reporting.domain.movements.HistoryDay;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.List;

/** The answer to {@code GET /history}. */
@Serdeable
record HistoryBody(String itemId, String warehouse, List<Day> days) {

  static HistoryBody of(StockKey key, List<Day> days) {
    return new HistoryBody(key.itemId(), key.warehouse(), days);
  }

  /** A day in UTC. Its numbers are null if rows that were not stored one by one decide them. */
  @Serdeable
  record Day(
      @Schema(format = "date", requiredMode = Schema.RequiredMode.REQUIRED) String day,
      @Schema(description = "Units before the first row of the day.") @Nullable BigInteger opening,
      @Schema(description = "Units that came in by rows of the day, 0 or more.") @Nullable
          BigInteger in,
      @Schema(description = "Units that went out by rows of the day, 0 or more.") @Nullable
          BigInteger out,
      @Schema(
              description =
                  "Units that counts added, or removed if negative: closing - opening - in + out.")
          @Nullable
          BigInteger counted,
      @Schema(description = "Units after the last row of the day; of today, so far.") @Nullable
          BigInteger closing) {

    static final List<Column<Day>> COLUMNS =
        List.of(
            new Column<>("day", Day::day),
            new Column<>("opening", Day::opening),
            new Column<>("in", Day::in),
            new Column<>("out", Day::out),
            new Column<>("counted", Day::counted),
            new Column<>("closing", Day::closing));

    static Day of(HistoryDay day) {
      return new Day(
          day.day().toString(),
          day.opening().orElse(null),
          day.moved().map(HistoryDay.Moved::in).orElse(null),
          day.moved().map(HistoryDay.Moved::out).orElse(null),
          day.counted().orElse(null),
          day.closing().orElse(null));
    }
  }
}
