package inventory.launcher;

import inventory.stack.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./inventory}. */
@Command(
    name = "./inventory",
    description = "Warehouse files in; stock levels, alerts and reports out. On one machine.",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      ValidateCommand.class,
      RebuildCommand.class,
      DlqCommand.class,
      GenerateCommand.class,
      VerifyCommand.class,
      TokenCommand.class,
      SqlCommand.class,
      HelpCommand.class
    })
final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /** Runs a command; the exit code is 0 if it did what it is for. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine main = new CommandLine(new Main());
    addHelp(main);
    return main.setExecutionExceptionHandler(Main::explain);
  }

  private static void addHelp(CommandLine command) {
    command.addMixin("help", new HelpOption());
    command.getSubcommands().values().forEach(Main::addHelp);
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    new HelpCommand(spec).run();
  }

  /** A failure that is foreseen has its explanation; of any other the developer needs the trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof LaunchException) {
      command.getErr().println("./inventory: " + failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
