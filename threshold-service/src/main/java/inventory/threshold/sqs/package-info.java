/** The queue of S3's notifications of threshold files. */
package inventory.threshold.sqs;
