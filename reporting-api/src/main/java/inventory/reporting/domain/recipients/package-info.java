/** Who is notified of low stock. */
package inventory.reporting.domain.recipients;
