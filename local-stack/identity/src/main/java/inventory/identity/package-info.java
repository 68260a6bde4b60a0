/**
 * The identity server of a local environment: a real OIDC server, with a login page that asks for
 * no password. In the cloud a Cognito user pool is in its place.
 */
package inventory.identity;
