/** Reads the warehouses' files: bytes in, rows and rejects with line, column and reason out. */
package inventory.model.csv;
