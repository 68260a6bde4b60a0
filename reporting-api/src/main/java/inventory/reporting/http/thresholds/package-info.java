/** Thresholds over REST. */
package inventory.reporting.http.thresholds;
