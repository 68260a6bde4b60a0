package inventory.launcher.cli;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.verify.ReportingClient;
import inventory.stack.LaunchException;
import inventory.stack.ValidationWorker;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the validation now. */
@Command(
    name = "validate",
    sortOptions = false,
    description =
        "Validate all files that arrived since the last validation, in a running environment.",
    exitCodeOnExecutionException = ValidationWorker.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:there are no findings",
      "1:there are findings",
      "2:the validation failed; the reason is printed"
    })
final class ValidateCommand implements Callable<Integer> {

  @Option(
      names = "--check-duration",
      paramLabel = "DURATION",
      description =
          "Duration of the customer's own check of a transaction, as 50ms or 10s. Default:"
              + " INVENTORY_CHECK_DURATION, else 0s, or 10s on AWS itself.")
  private String checkDuration;

  @Mixin private EnvironmentOptions options;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Map<String, String> variables = new LinkedHashMap<>(options.programVariables(System.getenv()));
    if (checkDuration != null) {
      variables.put(ValidationWorker.CHECK_DURATION, checkDuration);
    }
    int exitCode = new ValidationStart(options, variables).run();
    terminal.line("");
    terminal.line("The validation " + ValidationWorker.inWords(exitCode) + ".");
    if (exitCode == ValidationWorker.WELL || exitCode == ValidationWorker.FINDINGS) {
      showRun(ResourceNames.of(variables).bucket());
    }
    return exitCode;
  }

  private void showRun(String bucket) throws IOException, InterruptedException {
    try {
      options.reports().latestRun().ifPresent(run -> show(run, bucket));
    } catch (LaunchException e) {
      terminal.line("The run cannot be shown here: " + e.getMessage());
    }
  }

  private void show(ReportingClient.Run run, String bucket) {
    terminal.line(
        "Run %s: %d files, %d transactions, %d findings"
            .formatted(
                run.id(),
                run.progress().files(),
                run.progress().transactions(),
                run.findings().total()));
    if (run.findings().total() > 0 && run.findingsKey() != null) {
      terminal.line("Findings: s3://" + bucket + "/" + run.findingsKey());
    }
  }
}
