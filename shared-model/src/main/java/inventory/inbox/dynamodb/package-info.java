/** Records of uploads as items of the single table. */
package inventory.inbox.dynamodb;
