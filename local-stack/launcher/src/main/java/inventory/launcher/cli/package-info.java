/** The command {@code ./inventory} and its subcommands. */
package inventory.launcher.cli;
