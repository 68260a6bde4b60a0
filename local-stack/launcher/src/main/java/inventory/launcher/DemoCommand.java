package inventory.launcher;

import inventory.launcher.demo.Demo;
import inventory.launcher.terminal.Terminal;
import inventory.stack.Installation;
import inventory.stack.Stack;
import inventory.stack.StackPorts;
import inventory.stack.StateFolder;
import inventory.stack.aws.ResourceNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the system at work on files whose sums are known. */
@Command(
    name = "demo",
    sortOptions = false,
    description =
        "Start a fresh environment on free ports, drop files, show the reports, check every level.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every level is what the files add up to", "1:not so; the reason is printed"})
final class DemoCommand implements Callable<Integer> {

  private static final int INTERRUPTED = 130;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "2026",
      description = "What the generated day follows from (${DEFAULT-VALUE}).")
  private long seed;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("inventory-demo").toRealPath();
    try (StateFolder state = StateFolder.open(folder)) {
      // The standard names, whatever a shell has set for an environment that stays.
      Stack stack =
          new Stack(
              Installation.find(),
              state,
              StackPorts.free(),
              ResourceNames.of(Map.of()),
              terminal::status);
      new Cleanup(INTERRUPTED, failed -> finish(stack, failed))
          .after(
              () -> {
                stack.start(withoutSettings(System.getenv()));
                new Demo(stack, terminal).run(seed);
              });
    }
    return 0;
  }

  /** What is to come of the demonstration follows from the settings' defaults. */
  private static Map<String, String> withoutSettings(Map<String, String> variables) {
    Map<String, String> rest = new LinkedHashMap<>(variables);
    rest.keySet().removeIf(name -> name.startsWith("INVENTORY_"));
    return rest;
  }

  /** What failed is kept, to be looked into. */
  private void finish(Stack stack, boolean failed) {
    stack.close();
    if (failed) {
      terminal.line("Logs, data and e-mails are kept in " + stack.state().path());
    } else {
      stack.state().remove();
    }
  }
}
