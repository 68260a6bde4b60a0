package inventory.validation.rebuild.source;

import inventory.model.StockKey;
import java.time.Instant;

/**
 * Rows that a movement did not store but whose sum is needed: its changes later than a count that
 * lies between its rows.
 *
 * @param fileId the file that contains the rows
 * @param key the item and warehouse
 * @param after the time of the count
 */
public record RowsNeeded(String fileId, StockKey key, Instant after) {}
