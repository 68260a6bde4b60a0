/** The HTTP API, its function and the dashboard. */
package inventory.pulumi.api;
