/** DynamoDB Local, bound to one address. */
package inventory.emulator.dynamodb;
