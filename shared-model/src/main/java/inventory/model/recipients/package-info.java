/** Who is notified of low stock, and when: rules that people set by file or by API. */
package inventory.model.recipients;
