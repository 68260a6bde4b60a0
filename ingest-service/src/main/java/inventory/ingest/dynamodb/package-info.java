/** The ledger and the file register in the single DynamoDB table. */
package inventory.ingest.dynamodb;
