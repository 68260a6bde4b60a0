/** ElasticMQ as SQS, and the way by which S3 sends its events there. */
package inventory.emulator.sqs;
