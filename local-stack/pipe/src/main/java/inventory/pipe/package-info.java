/**
 * Copies events from the Kinesis stream to the SQS queue on one machine, as the managed EventBridge
 * Pipe does in AWS.
 */
package inventory.pipe;
