package inventory.launcher;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.validation.ValidationRun;
import inventory.launcher.validation.ValidationRuns;
import inventory.stack.ValidationWorker;
import inventory.stack.aws.ResourceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates now what arrived since the last time. */
@Command(
    name = "validate",
    sortOptions = false,
    description =
        "Check all that arrived since the last validation, now, in an environment that is running.",
    exitCodeOnExecutionException = ValidationWorker.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:there are findings",
      "2:it could not be done; the reason is printed"
    })
final class ValidateCommand implements Callable<Integer> {

  @Option(
      names = "--check-duration",
      paramLabel = "DURATION",
      description =
          "How long the customer's own check of a transaction takes, as 50ms or 10s. Without it:"
              + " INVENTORY_CHECK_DURATION, else 0s, but 10s on AWS itself.")
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
    terminal.line();
    terminal.line("The validation " + ValidationWorker.inWords(exitCode) + ".");
    if (exitCode == ValidationWorker.WELL || exitCode == ValidationWorker.FINDINGS) {
      options.run(
          (clients, names) ->
              new ValidationRuns(clients.dynamoDb(), names.table())
                  .latest()
                  .ifPresent(run -> tell(run, names)));
    }
    return exitCode;
  }

  private void tell(ValidationRun run, ResourceNames names) {
    terminal.line(
        "Run %s, files: %d, transactions: %d, findings: %d"
            .formatted(run.id(), run.files(), run.transactions(), run.findingCount()));
    run.findingsKey()
        .filter(key -> run.findingCount() > 0)
        .ifPresent(key -> terminal.line("They are in s3://" + names.bucket() + "/" + key));
  }
}
