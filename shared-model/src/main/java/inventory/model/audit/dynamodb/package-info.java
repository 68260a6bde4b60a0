/** Decisions on record in the table. */
package inventory.model.audit.dynamodb;
