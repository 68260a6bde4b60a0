/** Who is notified of low stock: reads and sets the rules. */
package inventory.reporting.http.recipients;
