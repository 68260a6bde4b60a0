/** ElasticMQ as SQS, and the client by which S3 sends its events there. */
package inventory.emulator.sqs;
