/** The names and properties of every cloud resource, shared by services, launcher and Pulumi. */
package inventory.model.resource;
