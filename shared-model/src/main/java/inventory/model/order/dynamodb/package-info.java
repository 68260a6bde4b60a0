/** Reads the outflow of stock from the table. */
package inventory.model.order.dynamodb;
