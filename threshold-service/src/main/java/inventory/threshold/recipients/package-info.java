/** Imports the rules about who is notified of low stock from a file. */
package inventory.threshold.recipients;
