/**
 * Webhooks: endpoints, the events that are sent to them, and their deliveries. alert-service sends;
 * reporting-api manages.
 */
package inventory.model.webhook;
