package inventory.reporting;

import inventory.model.resource.Variables;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/**
 * What the reporting API has to be told, checked when it starts.
 *
 * @param table the table's name, see {@link Variables#TABLE}
 * @param bucket the inbox bucket's name, see {@link Variables#BUCKET}
 * @param restockIfBelow units below which stock of an item without a threshold on record is low;
 *     {@link inventory.model.StockState#DEFAULT_THRESHOLD} unless set
 */
@Context
@ConfigurationProperties("inventory")
public record Settings(String table, String bucket, long restockIfBelow) {

  /** Refuses to start with a setting that no report could be made with. */
  public Settings {
    require(table, Variables.TABLE, "the table's name");
    require(bucket, Variables.BUCKET, "the inbox bucket's name");
    if (restockIfBelow < 0) {
      throw new IllegalArgumentException(
          "INVENTORY_RESTOCK_IF_BELOW is " + restockIfBelow + ": set it to zero or more units");
    }
  }

  private static void require(String value, String variable, String meaning) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(variable + " is empty: set it to " + meaning);
    }
  }
}
