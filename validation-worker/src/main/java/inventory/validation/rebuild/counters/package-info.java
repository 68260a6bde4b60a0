/** Compares the counters and the catalogue with the table, and corrects them. */
package inventory.validation.rebuild.counters;
