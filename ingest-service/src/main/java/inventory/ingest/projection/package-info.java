/**
 * The projection of the table's stream: it counts items, units, alerts and files, and keeps the
 * catalogue. Each change counts once, however often it is delivered.
 */
package inventory.ingest.projection;
