/** The single table: its keys, and one class for each kind of item that reads and writes it. */
package inventory.model.table;
