package inventory.reporting.domain.items;

import java.math.BigInteger;

/**
 * What a warehouse has in all.
 *
 * @param items how many items have a level there, zero and negative ones included
 * @param units the sum of their levels
 */
public record WarehouseUnits(long items, BigInteger units) {}
