/** Queues, topics, the event stream and its pipe. */
package inventory.pulumi.messaging;
