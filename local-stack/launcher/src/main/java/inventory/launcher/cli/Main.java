package inventory.launcher.cli;

import inventory.stack.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code ./inventory}. */
@Command(
    name = "./inventory",
    description = "The inventory system on one machine.%n",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Start here:",
      "  ./inventory demo      see the system work: files in, reports out, every level verified",
      "  ./inventory up        run it, and upload your own files from another shell:",
      "                          . .inventory/env",
      "                          aws s3 cp f.csv s3://$INVENTORY_BUCKET/f.csv",
      "                          curl -H \"Authorization: Bearer $INVENTORY_TOKEN\" \\",
      "                            $INVENTORY_API/warehouses",
      "  ./inventory bench     measure how fast it is; see docs/benchmark.md",
      "",
      "./inventory help COMMAND explains a command; local-stack/README.md lists all settings."
    },
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      ValidateCommand.class,
      RebuildCommand.class,
      DlqCommand.class,
      GenerateCommand.class,
      VerifyCommand.class,
      PreviewCommand.class,
      TokenCommand.class,
      SqlCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {

  private static final int HELP_WIDTH = 100;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command; the exit code is 0 if it did its work. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine main = new CommandLine(new Main());
    addHelp(main);
    Converters.register(main);
    return main.setUsageHelpWidth(HELP_WIDTH).setExecutionExceptionHandler(Main::explain);
  }

  private static void addHelp(CommandLine command) {
    if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
      command.addMixin("help", new HelpOption());
      command.getCommandSpec().usageMessage().sortOptions(false);
      command.getSubcommands().values().forEach(Main::addHelp);
    }
  }

  /** The option of all commands. */
  private static final class HelpOption {

    // Picocli reads it and prints the help.
    @SuppressWarnings("UnusedVariable")
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Explain this command.")
    private boolean help;
  }

  /** Without a command, lists the commands. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /**
   * Prints why a command failed: an expected failure has an explanation, any other needs its trace.
   *
   * @return the command's exit code for a failure
   */
  public static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof LaunchException) {
      command.getErr().println("./inventory: " + failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
