/** The single table as alert-service knows it: levels and thresholds, alerts, the outbox, files. */
package inventory.alert.dynamodb;
