package inventory.reporting.http.items;

import inventory.model.ItemTotal;
import inventory.reporting.domain.movements.Moment;
import inventory.reporting.domain.movements.PastItem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answer to {@code GET /item} with {@code at}. */
@Serdeable
record PastItemBody(
    String itemId,
    String itemName,
    Instant at,
    @Nullable Instant knownAt,
    @Schema(description = PastLevelsBody.Item.PAST_LEVEL) @Nullable BigInteger total,
    List<InWarehouse> warehouses) {

  /** The item in a warehouse at the moment. */
  @Serdeable
  record InWarehouse(
      String warehouse,
      @Schema(
              description = PastLevelsBody.Item.PAST_LEVEL,
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable
          BigInteger stockLevel) {}

  static PastItemBody of(String itemId, Moment moment, List<PastItem> items) {
    return new PastItemBody(
        itemId,
        ItemTotal.of(items.stream().map(PastItem::level).toList()).itemName(),
        moment.at(),
        moment.knownAt().orElse(null),
        total(items).orElse(null),
        items.stream()
            .map(item -> new InWarehouse(item.level().warehouse(), item.units().orElse(null)))
            .toList());
  }

  private static Optional<BigInteger> total(List<PastItem> items) {
    return items.stream()
        .map(PastItem::units)
        .reduce(Optional.of(BigInteger.ZERO), (sum, units) -> sum.flatMap(a -> units.map(a::add)));
  }
}
