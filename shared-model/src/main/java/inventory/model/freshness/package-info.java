/** How current the stock of each warehouse is. */
package inventory.model.freshness;
