/** The queues: S3's notifications in, the names of changed items out. */
package inventory.ingest.sqs;
