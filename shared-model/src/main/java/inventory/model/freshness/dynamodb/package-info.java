/** The freshness of warehouses in the table. */
package inventory.model.freshness.dynamodb;
