package inventory.launcher.cli;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.verify.ReportingClient;
import inventory.model.resource.Queues;
import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.ValidationWorker;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the validation now. */
@Command(
    name = "validate",
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

  // By convention, the exit code of a program that Ctrl-C ended.
  private static final int INTERRUPTED = 130;

  @Option(
      names = "--check-duration",
      paramLabel = "DURATION",
      description =
          "Duration of the customer's own check of a transaction, as 50ms or 10s. Default:"
              + " INVENTORY_CHECK_DURATION, else 0s.")
  private String checkDuration;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Check this file again, too: its id, or its key in the bucket for the latest version."
              + " May be repeated.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Check all files again that arrived on this UTC day, as 2026-11-20.")
  private List<String> days = new ArrayList<>();

  @Mixin private EnvironmentOptions options;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Map<String, String> variables = new LinkedHashMap<>(options.programVariables(System.getenv()));
    if (checkDuration != null) {
      variables.put(ValidationWorker.CHECK_DURATION, checkDuration);
    }
    List<String> arguments = new ArrayList<>();
    files.forEach(file -> arguments.addAll(List.of("--file", file)));
    days.forEach(day -> arguments.addAll(List.of("--day", day)));
    if (!arguments.isEmpty()) {
      arguments.add(0, "validate");
    }
    int exitCode = runWorker(options, variables, arguments.toArray(String[]::new));
    terminal.line("");
    terminal.line("The validation " + ValidationWorker.inWords(exitCode) + ".");
    if (exitCode == ValidationWorker.WELL || exitCode == ValidationWorker.FINDINGS) {
      showRun(ResourceNames.of(variables).bucket());
    }
    return exitCode;
  }

  /**
   * Runs the validation worker until it ends, or until Ctrl-C; its output goes to the terminal.
   *
   * @return its exit code
   * @throws LaunchException if the environment does not answer
   */
  static int runWorker(
      EnvironmentOptions options, Map<String, String> variables, String... arguments)
      throws Exception {
    // This command explains a missing environment better than the worker does.
    options.run(
        (clients, names) -> {
          clients.sqs().getQueueUrl(r -> r.queueName(names.queue(Queues.VALIDATION)));
          clients.dynamoDb().describeTable(r -> r.tableName(names.table()));
        });
    Process worker =
        new ValidationWorker(Installation.find(), variables).start(Redirect.INHERIT, arguments);
    new Cleanup(INTERRUPTED, failed -> ValidationWorker.stop(worker)).after(worker::waitFor);
    return worker.exitValue();
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
        "Run %s: %d files, %d transactions, %d findings, %d new"
            .formatted(
                run.id(),
                run.progress().files(),
                run.progress().transactions(),
                run.findings().total(),
                run.findings().newTotal()));
    if (run.findings().total() > 0 && run.findingsKey() != null) {
      terminal.line("Findings: s3://" + bucket + "/" + run.findingsKey());
    }
  }
}
