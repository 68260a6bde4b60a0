/** Consumes the queue of S3's notifications about threshold files. */
package inventory.threshold.sqs;
