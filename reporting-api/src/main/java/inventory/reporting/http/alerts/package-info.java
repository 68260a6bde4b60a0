/** Open alerts over REST. */
package inventory.reporting.http.alerts;
