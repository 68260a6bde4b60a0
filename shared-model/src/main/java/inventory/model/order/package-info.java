/** What to order of an item, and how long its stock lasts. */
package inventory.model.order;
