/** The audiences that people's rules name: who is notified of which stock, when, and how. */
package inventory.alert.audience;
