package inventory.launcher.cli;

import inventory.chaos.Chaos;
import inventory.launcher.demo.Demo;
import inventory.launcher.terminal.Terminal;
import inventory.stack.JvmProfile;
import inventory.stack.LocalEnvironment;
import inventory.stack.Port;
import inventory.stack.StateFolder;
import inventory.stack.aws.ResourceNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the system at work on files with known sums. */
@Command(
    name = "demo",
    description =
        "Start a new environment on free ports, upload files, show the reports and verify every"
            + " level.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every level is the sum of the files",
      "1:something differs or failed; the reason is printed"
    })
final class DemoCommand implements Callable<Integer> {

  private static final int INTERRUPTED = 130;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  // A message of a killed service is delivered again after 30 s, and may be so several times.
  private static final Duration PATIENCE_IN_CHAOS = Duration.ofMinutes(6);

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "2026",
      description = "Seed of the generated files, and of the chaos (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--chaos",
      description =
          "Deliver messages twice, late and in another order, let calls to AWS fail, lose their"
              + " answers, and kill services. The levels must be the same.")
  private boolean chaos;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("inventory-demo").toRealPath();
    try (StateFolder state = StateFolder.open(folder)) {
      // Variables may name the resources of another environment.
      ResourceNames standard = ResourceNames.of(Map.of());
      LocalEnvironment stack =
          new LocalEnvironment(
              JvmProfile.QUICK_START, state, Port.free(), standard, terminal::status);
      Optional<Chaos> faults = chaos ? Optional.of(new Chaos(state.chaosLog())) : Optional.empty();
      faults.ifPresent(suffered -> stack.suffer(suffered, seed));
      new Cleanup(INTERRUPTED, failed -> finish(stack, failed))
          .after(
              () -> {
                stack.start(withoutSettings(System.getenv()));
                new Demo(stack, terminal, chaos ? PATIENCE_IN_CHAOS : PATIENCE).run(seed);
                faults.ifPresent(this::show);
              });
    }
    return 0;
  }

  private void show(Chaos faults) {
    terminal.line("  Meanwhile the services suffered " + faults.summary() + ".");
  }

  /** The expected result depends on the default settings. */
  private static Map<String, String> withoutSettings(Map<String, String> variables) {
    Map<String, String> rest = new LinkedHashMap<>(variables);
    rest.keySet().removeIf(name -> name.startsWith("INVENTORY_"));
    return rest;
  }

  /** Keeps the folder after a failure. */
  private void finish(LocalEnvironment stack, boolean failed) {
    stack.close();
    if (failed) {
      terminal.line("Logs, data and e-mails are kept in " + stack.state().path());
    } else {
      stack.state().remove();
    }
  }
}
