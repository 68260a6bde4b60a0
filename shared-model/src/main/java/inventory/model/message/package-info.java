/**
 * The messages that services exchange over queues: wire formats, separate from the domain's types.
 */
package inventory.model.message;
