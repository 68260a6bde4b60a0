/** The counters and the catalogue in the table, and the table's stream, from which they follow. */
package inventory.model.counter.dynamodb;
