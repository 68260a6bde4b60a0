/** SQL over the raw files with Glue and Athena. */
package inventory.pulumi.analytics;
