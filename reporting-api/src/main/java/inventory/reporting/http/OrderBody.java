package inventory.reporting.http;

import inventory.model.order.OrderProposal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/** What to order of an item that is low, and how long its stock lasts. */
@Serdeable
public record OrderBody(
    @Schema(description = "Units to order, in whole packs: upTo - stock level, rounded up.")
        BigInteger quantity,
    @Schema(description = "The level that the order restores, in units.") BigInteger upTo,
    @Schema(description = "The units in a pack. Null if units are ordered singly.") @Nullable
        Long packSize,
    @Schema(
            description =
                "Average of units that left a day, during the last 28 days that are closed. Null"
                    + " with fewer than 7 days of history.")
        @Nullable
        BigDecimal perDay,
    @Schema(description = "For how many whole days the stock lasts. Null if perDay is null or 0.")
        @Nullable
        Integer daysOfCover,
    @Schema(
            description = "The day in UTC on which stock runs out. Null like daysOfCover.",
            format = "date")
        @Nullable
        String stockOutOn,
    @Schema(description = "The arithmetic in words.") String explanation) {

  /**
   * The body of a proposal.
   *
   * @param today the day in UTC
   */
  public static OrderBody of(OrderProposal order, LocalDate today) {
    return new OrderBody(
        order.quantity(),
        order.upTo(),
        order.rule().packSize().orElse(null),
        order.perDay().orElse(null),
        order.daysOfCover().orElse(null),
        order.stockOutOn(today).map(LocalDate::toString).orElse(null),
        order.explanation());
  }
}
