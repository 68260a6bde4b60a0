/** The content of notifications: plain text, HTML, and short text messages. */
package inventory.alert.notification;
