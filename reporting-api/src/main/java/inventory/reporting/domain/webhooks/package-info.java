/** Manages webhook endpoints and their deliveries. */
package inventory.reporting.domain.webhooks;
