/** The queues of arrived files and of ended runs. */
package inventory.validation.sqs;
