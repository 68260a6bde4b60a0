package inventory.launcher;

import picocli.CommandLine.Option;

/** The option that every command has. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Explain this command.")
  private boolean asked;

  /** Whether it was given. */
  boolean asked() {
    return asked;
  }
}
