/**
 * What the managed EventBridge Pipe does between the stream and the queue, for one machine: the
 * program, its settings and its wiring.
 */
package inventory.pipe;
