/** Decisions on record over REST. */
package inventory.reporting.http.audit;
