/** Webhook endpoints and their deliveries over REST, for operators. */
package inventory.reporting.http.webhooks;
