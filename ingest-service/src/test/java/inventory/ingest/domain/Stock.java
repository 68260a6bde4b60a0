package inventory.ingest.domain;

import java.math.BigInteger;

/**
 * How an item stands in a warehouse.
 *
 * @param units its level
 * @param itemName what it is called
 * @param removed whether it is off the list
 */
public record Stock(BigInteger units, String itemName, boolean removed) {}
