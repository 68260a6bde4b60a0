/** Posts webhook messages over HTTP. */
package inventory.alert.http;
