/** Asks ingest-service for work; the only place that knows SQS. */
package inventory.reporting.sqs;
