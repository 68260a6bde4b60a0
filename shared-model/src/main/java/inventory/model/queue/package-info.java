/**
 * How every service consumes its queues: the one way of micronaut-jms-sqs in which no message is
 * lost. It is a rule of the system, not plumbing, and so it stands once. Its dependencies are
 * optional: who has no queue, has none of them.
 */
package inventory.model.queue;
