/**
 * Access control: checks the access tokens of an OIDC issuer and answers unauthorized requests.
 * {@code application.properties} has the rights of each group.
 */
package inventory.reporting.access;
