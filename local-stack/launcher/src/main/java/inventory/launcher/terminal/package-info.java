/** Output for people: colours where the terminal has them, tables and a status line. */
package inventory.launcher.terminal;
