/** The rules about recipients in the table. */
package inventory.model.recipients.dynamodb;
