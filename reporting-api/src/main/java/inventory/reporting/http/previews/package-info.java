/** Previews: what a file would do, if it were uploaded now. */
package inventory.reporting.http.previews;
