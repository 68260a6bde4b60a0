package inventory.launcher.demo;

import inventory.launcher.validation.ValidationRun;
import inventory.launcher.validation.ValidationRuns;
import inventory.stack.LaunchException;
import inventory.stack.Stack;
import inventory.stack.ValidationWorker;
import inventory.stack.aws.AwsClients;
import java.io.IOException;

/** Runs the validation at the end of the demonstration instead of in the night. */
final class DemoValidation {

  private final Stack stack;
  private final AwsClients clients;

  DemoValidation(Stack stack, AwsClients clients) {
    this.stack = stack;
    this.clients = clients;
  }

  /**
   * Runs it to its end.
   *
   * @throws LaunchException if it cannot be done, or says otherwise than its record
   */
  ValidationRun run() throws IOException, InterruptedException {
    int exitCode = stack.startValidation().waitFor();
    ValidationRun run =
        new ValidationRuns(clients.dynamoDb(), stack.names().table())
            .latest()
            .orElseThrow(() -> failure(exitCode, "and left no record"));
    int recorded = run.findings().isEmpty() ? ValidationWorker.WELL : ValidationWorker.FINDINGS;
    if (exitCode != recorded) {
      throw failure(exitCode, "with the record " + run);
    }
    return run;
  }

  private LaunchException failure(int exitCode, String record) {
    return new LaunchException(
        "the validation %s (exit code %d), %s; its log is in %s"
            .formatted(ValidationWorker.inWords(exitCode), exitCode, record, stack.state().logs()));
  }
}
