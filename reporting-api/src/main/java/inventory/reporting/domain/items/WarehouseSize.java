package inventory.reporting.domain.items;

/**
 * A warehouse and how much it keeps.
 *
 * @param name the warehouse's name
 * @param items how many items have a level there, zero and negative ones included
 */
public record WarehouseSize(String name, long items) {}
