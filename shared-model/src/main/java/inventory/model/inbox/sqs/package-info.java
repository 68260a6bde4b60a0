/** What is told of uploads over the queues. */
package inventory.model.inbox.sqs;
