package inventory.alert;

import inventory.model.StockState;
import inventory.model.resource.Variables;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the levels and lists are, and what is low.
 *
 * @param table the table's name, {@code INVENTORY_TABLE}
 * @param bucket the inbox bucket's name, {@code INVENTORY_BUCKET}
 * @param restockIfBelow the threshold of items without one of their own, in units, not negative;
 *     {@code INVENTORY_RESTOCK_IF_BELOW}
 */
@Context
@ConfigurationProperties("inventory")
public record AlertSettings(
    @Nullable String table,
    @Nullable String bucket,
    @Bindable(defaultValue = "" + StockState.DEFAULT_THRESHOLD) long restockIfBelow) {

  /** Checks the values. */
  public AlertSettings {
    Setting.require(Variables.TABLE, table, "the table's name");
    Setting.require(Variables.BUCKET, bucket, "the inbox bucket's name");
    Setting.check(
        restockIfBelow >= 0,
        "INVENTORY_RESTOCK_IF_BELOW",
        restockIfBelow,
        "must not be negative; unset it for " + StockState.DEFAULT_THRESHOLD);
  }
}
