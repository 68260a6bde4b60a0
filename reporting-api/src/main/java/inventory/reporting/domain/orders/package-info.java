/** What to order of items that are low. */
package inventory.reporting.domain.orders;
