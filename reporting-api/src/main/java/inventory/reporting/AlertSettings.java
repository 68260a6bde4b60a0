package inventory.reporting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Pattern;

/**
 * The settings of alerts.
 *
 * @param alertScope {@code warehouse} or {@code total}; the same as alert-service's
 */
@Context
@Introspected
@ConfigurationProperties("inventory")
public record AlertSettings(
    @Pattern(
            regexp = "warehouse|total",
            message = "INVENTORY_ALERT_SCOPE must be warehouse or total, not {validatedValue}")
        String alertScope) {

  /** Whether alerts are on the totals of items. */
  boolean isOnTotals() {
    return alertScope.equals("total");
  }
}
