/** What reporting-api is measured beside by {@code ./inventory bench --reports}. */
package inventory.baseline;
