/** The consumer of the alert queue. */
package inventory.alert.sqs;
