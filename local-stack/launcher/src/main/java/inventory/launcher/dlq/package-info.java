/** The dead-letter queues: their messages, why these failed, and the way back. */
package inventory.launcher.dlq;
