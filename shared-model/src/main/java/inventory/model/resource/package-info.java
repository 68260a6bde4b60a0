/** The names and properties of all AWS resources, shared by services, launcher and Pulumi. */
package inventory.model.resource;
