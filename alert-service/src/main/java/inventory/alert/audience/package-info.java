/** Audiences of rules: a rule decides who is notified of which stock, when, and how. */
package inventory.alert.audience;
