/** Validation runs over REST. */
package inventory.reporting.http.runs;
