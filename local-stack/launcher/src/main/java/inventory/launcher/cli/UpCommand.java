package inventory.launcher.cli;

import inventory.chaos.Chaos;
import inventory.launcher.terminal.Terminal;
import inventory.model.resource.Variables;
import inventory.stack.JvmProfile;
import inventory.stack.LaunchException;
import inventory.stack.LocalEnvironment;
import inventory.stack.StateFolder;
import inventory.stack.aws.ResourceNames;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the system on this machine until Ctrl-C. */
@Command(
    name = "up",
    sortOptions = false,
    description = "Run the whole system on this machine until Ctrl-C. The data stays.")
final class UpCommand implements Callable<Integer> {

  private static final String NEVER = "off";

  @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
  private boolean fresh;

  @Option(
      names = "--validation-at",
      paramLabel = "HH:mm",
      defaultValue = "${env:INVENTORY_VALIDATION_TIME:-03:00}",
      description =
          "When the validation starts each day, in UTC (${DEFAULT-VALUE}); off for never.")
  private String validationAt;

  @Option(
      names = "--chaos",
      description =
          "Deliver messages twice, late and in another order, let calls to AWS fail, lose their"
              + " answers, and kill services: the levels stay exact. Each fault is in"
              + " logs/chaos.log.")
  private boolean chaos;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "2026",
      description = "Seed of the chaos (${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private StackOptions options;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    Map<String, String> variables = System.getenv();
    Optional<LocalTime> validationTime = validationTime(validationAt);
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (StateFolder state = StateFolder.open(options.state())) {
      if (fresh) {
        state.clear();
      }
      LocalEnvironment environment =
          new LocalEnvironment(
              JvmProfile.ARCHIVED,
              state,
              options.ports(),
              ResourceNames.of(variables),
              this::announce);
      Optional<Chaos> faults = chaos ? Optional.of(new Chaos(state.chaosLog())) : Optional.empty();
      faults.ifPresent(suffered -> environment.suffer(suffered, seed));
      new Cleanup(0, failed -> stop(environment, executor, faults, failed))
          .after(
              () -> {
                environment.start(variables);
                validationTime.ifPresent(
                    time ->
                        new NightlyValidation(
                                time,
                                InstantSource.system(),
                                environment::startValidation,
                                this::announce)
                            .begin(executor));
                greet(environment, began);
                // From here on this process only waits: it returns the memory of the start.
                System.gc();
                // A signal ends the process by the clean-up.
                environment.awaitEnd();
              });
    }
    return 0;
  }

  /**
   * Reads the time of the daily validation.
   *
   * @return empty for never
   */
  static Optional<LocalTime> validationTime(String text) {
    try {
      return text.equals(NEVER) ? Optional.empty() : Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException e) {
      throw new LaunchException(
          "--validation-at is \"%s\": set it to a time of the day in UTC, as 03:00, or to off"
              .formatted(text),
          e);
    }
  }

  private void announce(String message) {
    terminal.line(terminal.styled(Style.faint, "· " + message));
  }

  private void stop(
      LocalEnvironment environment,
      ScheduledExecutorService executor,
      Optional<Chaos> faults,
      boolean failed) {
    if (!failed) {
      announce("stopping");
    }
    faults.ifPresent(suffered -> announce("the services suffered " + suffered.summary()));
    executor.shutdownNow();
    environment.close();
  }

  private void greet(LocalEnvironment environment, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, String> variables = environment.environment();
    terminal.line("");
    terminal.line(terminal.styled(Style.fg_green, "ready"));
    terminal.line("");
    entry("REST API", environment.api().toString());
    entry("login", variables.get(Variables.OIDC_ISSUER));
    variables.forEach(
        (variable, value) -> {
          if (variable.startsWith("AWS_ENDPOINT_URL_")) {
            entry(variable.substring("AWS_ENDPOINT_URL_".length()), value);
          }
        });
    entry("bucket", environment.names().bucket());
    entry("table", environment.names().table());
    environment.stream().ifPresent(stream -> entry("stream", stream));
    entry("e-mails", environment.state().mail().toString());
    entry("logs", environment.state().logs().toString());
    entry("validation", validationAt.equals(NEVER) ? "off" : "daily at " + validationAt + " UTC");
    if (chaos) {
      entry("chaos", "seed %d, %s".formatted(seed, environment.state().chaosLog()));
    }
    terminal.line("");
    terminal.line(
        "In another shell: "
            + terminal.styled(Style.fg_cyan, ". " + environment.state().environmentFile()));
    terminal.line("Started in %.1f s. Ctrl-C stops it; the data stays.".formatted(seconds));
  }

  private void entry(String name, String value) {
    terminal.line("  %-10s %s".formatted(name, terminal.styled(Style.fg_cyan, value)));
  }
}
