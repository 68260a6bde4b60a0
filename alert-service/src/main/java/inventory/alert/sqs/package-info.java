/** The consumers of the queues. */
package inventory.alert.sqs;
