/** Facts over REST: states changes and counts, and reports what became of them. */
package inventory.reporting.http.facts;
