/**
 * What the services say to each other over the queues; wire forms, apart from the domain's types.
 */
package inventory.model.message;
