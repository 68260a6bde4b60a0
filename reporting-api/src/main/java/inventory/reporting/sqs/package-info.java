/** Sends requests to ingest-service. Only this package uses SQS. */
package inventory.reporting.sqs;
