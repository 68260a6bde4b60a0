/** IAM roles, policy documents and their statements. */
package inventory.pulumi.policy;
