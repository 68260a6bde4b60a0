/** Everything that holds data, and the rights to use it. */
package inventory.pulumi.data;
