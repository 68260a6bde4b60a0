/** Reads the warehouses' files into rows, and into rejects with line, column and reason. */
package inventory.model.csv;
