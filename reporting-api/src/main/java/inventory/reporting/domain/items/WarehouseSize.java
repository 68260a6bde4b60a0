package inventory.reporting.domain.items;

/**
 * A warehouse and the number of its items.
 *
 * @param name the warehouse's name
 * @param items the number of levels, including zero and negative ones
 */
public record WarehouseSize(String name, long items) {}
