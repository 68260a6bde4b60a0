/**
 * The cloud resources, as a Pulumi program. Names, time limits and keys come from shared-model,
 * where the services find them, too.
 */
package inventory.pulumi;
