/** Access tokens for the reporting API of a local environment. */
package inventory.local.identity;
