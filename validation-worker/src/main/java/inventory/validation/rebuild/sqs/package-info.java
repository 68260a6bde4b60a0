/** How alert-service is told of corrected levels. */
package inventory.validation.rebuild.sqs;
