/** Thresholds in the single DynamoDB table. */
package inventory.threshold.dynamodb;
