/** Thresholds and file records in the single DynamoDB table. */
package inventory.threshold.dynamodb;
