/** The embedded AWS: S3, SQS and a mail server in one process. */
package inventory.emulator;
