/** Records of uploads as items of the single table. */
package inventory.model.inbox.dynamodb;
