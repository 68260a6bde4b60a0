/**
 * The cloud resources, as a Pulumi program. Names, time limits and keys come from shared-model, so
 * that the cloud has what the services expect.
 */
package inventory.pulumi;
