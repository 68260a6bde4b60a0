/** The service that tells purchasing which stock is low: its start, settings and wiring. */
package inventory.alert;
