/** The service that notifies purchasing of low stock: its start, settings and wiring. */
package inventory.alert;
