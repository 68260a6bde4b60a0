/** Publishes uploads to queues. */
package inventory.model.inbox.sqs;
