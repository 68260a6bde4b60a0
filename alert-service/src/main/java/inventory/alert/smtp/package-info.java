/** Notifications by e-mail. */
package inventory.alert.smtp;
