/** The command {@code ./inventory}, one class a command, and the embedded AWS for tests. */
package inventory.launcher;
