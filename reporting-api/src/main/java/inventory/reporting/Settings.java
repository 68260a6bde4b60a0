package inventory.reporting;

import inventory.model.resource.Variables;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What the reporting API has to be told, checked when it starts.
 *
 * @param table the table's name, from {@link Variables#TABLE}
 * @param bucket the inbox bucket's name, from {@link Variables#BUCKET}
 * @param restockIfBelow units below which stock of an item is shown as low; {@link
 *     inventory.model.Threshold#DEFAULT} unless set
 */
@Context
@ConfigurationProperties("inventory")
public record Settings(
    @Nullable String table,
    @Nullable String bucket,
    @Bindable(defaultValue = "10") long restockIfBelow) {

  /** Refuses to start without a table and a bucket. */
  public Settings {
    require(table, Variables.TABLE, "the table's name");
    require(bucket, Variables.BUCKET, "the inbox bucket's name");
    if (restockIfBelow < 0) {
      throw new IllegalArgumentException(
          "INVENTORY_RESTOCK_IF_BELOW is " + restockIfBelow + ": set it to zero or more units");
    }
  }

  private static void require(@Nullable String value, String variable, String meaning) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(variable + " is not set: set it to " + meaning);
    }
  }
}
