package inventory.validation.rebuild;

import inventory.model.StockKey;
import java.time.Instant;

/**
 * A question that a movement which did not keep its rows cannot answer: which of its changes came
 * later than a count between them.
 *
 * @param fileId the file that has the rows
 * @param key which item in which warehouse
 * @param after the moment of the count
 */
record RowsNeeded(String fileId, StockKey key, Instant after) {}
