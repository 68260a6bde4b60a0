/** Warehouses, items, levels and thresholds. */
package inventory.reporting.domain.items;
