/** The single table, as a rebuild reads and fixes it. */
package inventory.validation.rebuild.dynamodb;
