/** The shape of the single table: its keys, attributes and index. It knows nothing of any SDK. */
package inventory.model.table;
