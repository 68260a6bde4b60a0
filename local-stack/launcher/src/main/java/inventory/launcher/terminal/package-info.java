/** What a person sees: colour where the terminal has it, tables, messages. */
package inventory.launcher.terminal;
