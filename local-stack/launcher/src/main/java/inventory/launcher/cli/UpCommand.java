package inventory.launcher.cli;

import inventory.launcher.terminal.Terminal;
import inventory.model.resource.Variables;
import inventory.stack.Installation;
import inventory.stack.Stack;
import inventory.stack.StateFolder;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the system on this machine until it is told to stop. */
@Command(
    name = "up",
    sortOptions = false,
    description = "Run the whole system on this machine until Ctrl-C; what it stored stays.")
final class UpCommand implements Callable<Integer> {

  @Option(names = "--fresh", description = "Forget what earlier runs stored.")
  private boolean fresh;

  @Option(
      names = "--validation-at",
      paramLabel = "HH:mm",
      defaultValue = "${env:INVENTORY_VALIDATION_TIME:-03:00}",
      description =
          "When the validation starts each day, in UTC (${DEFAULT-VALUE}); off for never.")
  private String validationAt;

  @Mixin private StackOptions options;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    Map<String, String> variables = System.getenv();
    boolean external = AwsVariables.isExternal(variables);
    Optional<DailyTime> validationTime = DailyTime.parse("--validation-at", validationAt);
    Installation installation = Installation.find();
    try (StateFolder state = StateFolder.open(options.state(installation))) {
      if (fresh) {
        state.clear();
      }
      Stack stack =
          new Stack(
              installation, state, options.ports(), ResourceNames.of(variables), this::announce);
      Optional<NightlyValidation> validation = validationTime.map(time -> validation(time, stack));
      new Cleanup(0, failed -> stop(stack, validation, failed))
          .after(
              () -> {
                start(stack, external, variables);
                validation.ifPresent(NightlyValidation::begin);
                greet(stack, began);
                // Nothing more to do here: a signal ends the process by the clean-up.
                new CountDownLatch(1).await();
              });
    }
    return 0;
  }

  private void start(Stack stack, boolean external, Map<String, String> variables)
      throws IOException, InterruptedException {
    if (external) {
      announce("using the AWS that the environment names");
      stack.startExternal(variables);
    } else {
      announce("starting the embedded AWS");
      stack.start(variables);
    }
  }

  private NightlyValidation validation(DailyTime time, Stack stack) {
    return new NightlyValidation(
        time,
        InstantSource.system(),
        Executors.newSingleThreadScheduledExecutor(),
        stack::startValidation,
        this::announce);
  }

  private void announce(String message) {
    terminal.line(terminal.styled(Style.faint, "· " + message));
  }

  private void stop(Stack stack, Optional<NightlyValidation> validation, boolean failed) {
    if (!failed) {
      announce("stopping");
    }
    validation.ifPresent(NightlyValidation::close);
    stack.close();
  }

  private void greet(Stack stack, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, String> environment = stack.environment();
    terminal.line("");
    terminal.line(terminal.styled(Style.fg_green, "ready"));
    terminal.line("");
    entry("REST API", stack.api().toString());
    entry("login", environment.get(Variables.OIDC_ISSUER));
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith("AWS_ENDPOINT_URL_")) {
            entry(variable.substring("AWS_ENDPOINT_URL_".length()), value);
          }
        });
    entry("bucket", stack.names().bucket());
    entry("table", stack.names().table());
    stack.stream().ifPresent(stream -> entry("stream", stream));
    entry("e-mails", stack.state().mail().toString());
    entry("logs", stack.state().logs().toString());
    entry(
        "validation",
        validationAt.equals(DailyTime.NEVER) ? "off" : "daily at " + validationAt + " UTC");
    Path file = stack.state().environmentFile();
    terminal.line("");
    terminal.line("In another shell: " + terminal.styled(Style.fg_cyan, ". " + file));
    terminal.line("Started in %.1f s. Ctrl-C stops it; what it stored stays.".formatted(seconds));
  }

  private void entry(String name, String value) {
    terminal.line("  %-10s %s".formatted(name, terminal.styled(Style.fg_cyan, value)));
  }
}
