/** The single table as alert-service reads it. */
package inventory.alert.dynamodb;
