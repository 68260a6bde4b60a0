package inventory.alert.domain;

import inventory.model.StockKey;
import java.math.BigInteger;

/**
 * What is in stock of one item in one warehouse.
 *
 * @param key the item and the warehouse
 * @param itemName the item's name
 * @param units units in stock, possibly negative
 */
public record StockLevel(StockKey key, String itemName, BigInteger units) {}
