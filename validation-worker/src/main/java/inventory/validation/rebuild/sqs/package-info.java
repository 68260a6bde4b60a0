/** Publishes corrected levels to alert-service. */
package inventory.validation.rebuild.sqs;
