/** The dead-letter queues: what lies in them, why, and the way back. */
package inventory.launcher.dlq;
