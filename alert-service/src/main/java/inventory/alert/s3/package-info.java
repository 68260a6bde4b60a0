/** Lists of changed items, and lists for notifications, in the inbox bucket. */
package inventory.alert.s3;
