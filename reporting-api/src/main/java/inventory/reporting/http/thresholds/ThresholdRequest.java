package inventory.reporting.http.thresholds;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;

/** A threshold to set. Without a warehouse it is for all warehouses. */
@Serdeable
record ThresholdRequest(
    @Nullable String itemId,
    @Nullable String warehouse,
    @Schema(implementation = Long.class, minimum = "0") @Nullable BigDecimal restockIfBelow,
    @Schema(implementation = Long.class, minimum = "1") @Nullable BigDecimal orderUpTo,
    @Schema(implementation = Long.class, minimum = "1") @Nullable BigDecimal packSize,
    @Nullable String note) {

  private static final ThresholdRequest EMPTY =
      new ThresholdRequest(null, null, null, null, null, null);

  /** A request without a body lacks all fields. */
  static ThresholdRequest of(@Nullable ThresholdRequest body) {
    return body == null ? EMPTY : body;
  }

  AlertId scope() {
    return new AlertId(
        Parameters.name("itemId", Parameters.given(itemId).orElse("")),
        Parameters.optionalName("warehouse", warehouse));
  }

  RestockRule rule() {
    long below = Parameters.units("restockIfBelow", restockIfBelow, 0);
    Optional<Long> upTo = optional("orderUpTo", orderUpTo);
    if (upTo.isPresent() && upTo.get() < below) {
      throw new BadParameterException(
          "orderUpTo", upTo.get().toString(), "restockIfBelow, " + below + ", or more");
    }
    return new RestockRule(below, upTo, optional("packSize", packSize));
  }

  private static Optional<Long> optional(String field, @Nullable BigDecimal value) {
    return value == null ? Optional.empty() : Optional.of(Parameters.units(field, value, 1));
  }
}
