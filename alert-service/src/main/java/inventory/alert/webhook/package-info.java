/** Sends events to webhook endpoints: plain Java, no SDK, no clock. */
package inventory.alert.webhook;
