/** Notices by e-mail. */
package inventory.alert.smtp;
