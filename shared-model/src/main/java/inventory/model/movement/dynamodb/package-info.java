/** Movements and levels as items of the table. */
package inventory.model.movement.dynamodb;
