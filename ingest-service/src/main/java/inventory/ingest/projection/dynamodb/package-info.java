/** The projection on DynamoDB and its stream. */
package inventory.ingest.projection.dynamodb;
