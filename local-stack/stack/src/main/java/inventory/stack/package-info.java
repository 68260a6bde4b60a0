/** The local environment: its programs as processes, their ports and their folder. */
package inventory.stack;
