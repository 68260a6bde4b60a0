/** Reports of warehouses, items and movements over REST. */
package inventory.reporting.http.items;
