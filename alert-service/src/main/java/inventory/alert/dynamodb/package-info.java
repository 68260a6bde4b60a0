/** Levels and thresholds, alerts, the outbox, and file and run records in the single table. */
package inventory.alert.dynamodb;
