/** Reads the single table. Only this package uses DynamoDB. */
package inventory.reporting.dynamodb;
