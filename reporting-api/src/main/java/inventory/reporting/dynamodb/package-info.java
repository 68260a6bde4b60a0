/** Reads the single table; the only place that knows DynamoDB. */
package inventory.reporting.dynamodb;
