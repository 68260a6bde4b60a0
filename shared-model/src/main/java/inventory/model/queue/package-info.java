/**
 * Consumes queues in the one mode of micronaut-jms-sqs in which no message is lost. All services
 * share it. Its dependencies are optional: a service without queues does not have them.
 */
package inventory.model.queue;
