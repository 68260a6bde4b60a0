/**
 * The outbox: notifications are stored together with the state change that causes them, then
 * dispatched.
 */
package inventory.alert.outbox;
