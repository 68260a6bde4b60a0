package inventory.reporting;

import inventory.model.resource.Queues;
import inventory.model.resource.Variables;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/**
 * What the reporting API has to be told, checked when it starts.
 *
 * @param table the table's name, see {@link Variables#TABLE}
 * @param bucket the inbox bucket's name, see {@link Variables#BUCKET}
 * @param ingestQueue the name of ingest-service's queue, on which releases are asked for
 * @param maxFileBytes the largest file that may be dropped; the same as ingest-service's
 * @param restockIfBelow units below which stock of an item without a threshold on record is low;
 *     {@link inventory.model.StockState#DEFAULT_THRESHOLD} unless set
 * @param cursorKey what signs the places in lists that are handed out, the same in all processes
 *     beside each other; where it is empty, each process makes up its own
 */
@Context
@ConfigurationProperties("inventory")
public record Settings(
    String table,
    String bucket,
    String ingestQueue,
    long maxFileBytes,
    long restockIfBelow,
    String cursorKey) {

  private static final int MIN_KEY_LENGTH = 16;

  /** Refuses to start with a setting that no report could be made with. */
  public Settings {
    require(table, Variables.TABLE, "the table's name");
    require(bucket, Variables.BUCKET, "the inbox bucket's name");
    require(ingestQueue, Variables.queue(Queues.INGEST), "the name of ingest-service's queue");
    if (maxFileBytes < 1) {
      throw new IllegalArgumentException(
          "INVENTORY_MAX_FILE_BYTES is " + maxFileBytes + ": set it to one byte or more");
    }
    if (restockIfBelow < 0) {
      throw new IllegalArgumentException(
          "INVENTORY_RESTOCK_IF_BELOW is " + restockIfBelow + ": set it to zero or more units");
    }
    if (!cursorKey.isEmpty() && cursorKey.length() < MIN_KEY_LENGTH) {
      // The value is a secret, and is not shown.
      throw new IllegalArgumentException(
          "INVENTORY_CURSOR_KEY has "
              + cursorKey.length()
              + " characters: set it to at least "
              + MIN_KEY_LENGTH
              + " random ones, or leave it empty for a key of each process's own");
    }
  }

  private static void require(String value, String variable, String meaning) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(variable + " is empty: set it to " + meaning);
    }
  }
}
