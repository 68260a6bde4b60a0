/** The embedded AWS: S3, SQS, DynamoDB and a mail server in one process, on one machine. */
package inventory.emulator;
