/** The emulator and the services as processes: their class paths, ports, start, watch and end. */
package inventory.stack;
