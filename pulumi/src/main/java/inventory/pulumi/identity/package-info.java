/** Users, groups and the sign-in of the dashboard. */
package inventory.pulumi.identity;
