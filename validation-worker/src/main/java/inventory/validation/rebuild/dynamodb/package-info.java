/** The single table, as a rebuild reads and mends it. */
package inventory.validation.rebuild.dynamodb;
