/**
 * Who may ask: the access tokens of an OIDC issuer, and how those without a right are answered.
 * What each group may do stands in {@code application.properties}.
 */
package inventory.reporting.access;
