/** The inbox, the table, log groups and the keys that encrypt them. */
package inventory.pulumi.storage;
