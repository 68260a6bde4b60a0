/** Decides which stock is low and whom to notify: plain Java, no SDK, no clock. */
package inventory.alert.domain;
