/** The lists of changed items in the inbox bucket. */
package inventory.alert.s3;
