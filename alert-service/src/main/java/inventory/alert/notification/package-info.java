/** What people are told, and its wording: plain text, HTML, and the few words of a text message. */
package inventory.alert.notification;
