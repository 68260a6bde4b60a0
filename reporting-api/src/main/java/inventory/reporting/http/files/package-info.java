/** Files, releases and uploads over REST. */
package inventory.reporting.http.files;
