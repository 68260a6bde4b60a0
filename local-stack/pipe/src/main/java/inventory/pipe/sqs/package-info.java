/** The queue and the queue of what cannot be delivered, in SQS. */
package inventory.pipe.sqs;
