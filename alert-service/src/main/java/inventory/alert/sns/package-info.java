/** Notices by an SNS topic. */
package inventory.alert.sns;
