package inventory.reporting.http.items;

import inventory.reporting.domain.movements.Moment;
import inventory.reporting.domain.movements.PastItem;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** The answer to {@code GET /levels} with {@code at}. */
@Serdeable
record PastLevelsBody(
    String warehouse,
    Instant at,
    @Nullable Instant knownAt,
    List<Item> items,
    @Nullable String nextCursor) {

  static PastLevelsBody of(
      String warehouse, Moment moment, List<Item> items, @Nullable String next) {
    return new PastLevelsBody(warehouse, moment.at(), moment.knownAt().orElse(null), items, next);
  }

  /** An item at the moment, with its present name. */
  @Serdeable
  record Item(
      String itemId,
      String itemName,
      @Schema(description = PAST_LEVEL, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
          BigInteger stockLevel) {

    static final String PAST_LEVEL =
        "Units in stock at the moment. Null if it is not known: between rows that were not stored"
            + " one by one, or if more than 10,000 movements would have to be read.";

    static final List<Column<Item>> COLUMNS =
        List.of(
            new Column<>("itemId", Item::itemId),
            new Column<>("itemName", Item::itemName),
            new Column<>("stockLevel", Item::stockLevel));

    static Item of(PastItem item) {
      return new Item(item.level().itemId(), item.level().itemName(), item.units().orElse(null));
    }
  }
}
