/** Reads how much left stock from the table. */
package inventory.model.order.dynamodb;
