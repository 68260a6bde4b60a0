/** The network that tasks run in. */
package inventory.pulumi.network;
