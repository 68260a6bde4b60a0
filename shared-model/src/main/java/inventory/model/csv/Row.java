package inventory.model.csv;

import inventory.model.StockKey;
import java.time.Instant;

/**
 * A good row.
 *
 * @param line its line number; the header is line 1
 * @param key which item in which warehouse
 * @param itemName the item's name; in a count file its id (requirement I3)
 * @param time the time of the fact: the row's timestamp; for a count the time of the upload
 * @param value units: a signed change, or a count of 0 or more
 */
public record Row(int line, StockKey key, String itemName, Instant time, long value) {}
