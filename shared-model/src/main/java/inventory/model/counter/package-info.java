/** Counters: what the reports say without reading every level. */
package inventory.model.counter;
