/** Notifications by an SNS topic. */
package inventory.alert.sns;
