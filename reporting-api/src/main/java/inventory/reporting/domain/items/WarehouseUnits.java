package inventory.reporting.domain.items;

import java.math.BigInteger;

/**
 * The number of items and units in a warehouse.
 *
 * @param items the number of levels, including zero and negative ones
 * @param units the sum of the levels
 */
public record WarehouseUnits(long items, BigInteger units) {}
