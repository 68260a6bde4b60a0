/** Publishes changed items to alert-service. */
package inventory.model.changes;
