/** Notifications by SNS. */
package inventory.alert.sns;
