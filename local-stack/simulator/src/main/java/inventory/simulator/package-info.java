/**
 * Runs the domain classes of the services in one thread at a time, over stores in memory, in an
 * order that a seed decides, and checks after each step what must always hold.
 */
package inventory.simulator;
