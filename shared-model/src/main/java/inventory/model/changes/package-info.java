/** How changed items are named to alert-service. */
package inventory.model.changes;
