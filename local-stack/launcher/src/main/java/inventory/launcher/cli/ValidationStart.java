package inventory.launcher.cli;

import inventory.model.resource.Queues;
import inventory.stack.Installation;
import inventory.stack.ValidationWorker;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;

/** Runs the validation worker in a running environment; its output goes to the terminal. */
final class ValidationStart {

  // By convention, the exit code of a program that Ctrl-C ended.
  private static final int INTERRUPTED = 130;

  private final EnvironmentOptions options;
  private final Map<String, String> variables;

  /**
   * Prepares a run.
   *
   * @param variables all environment variables of the worker
   */
  ValidationStart(EnvironmentOptions options, Map<String, String> variables) {
    this.options = options;
    this.variables = variables;
  }

  /**
   * Runs the worker until it ends, or until Ctrl-C.
   *
   * @param arguments its arguments
   * @return its exit code
   * @throws inventory.stack.LaunchException if the environment does not answer
   */
  int run(String... arguments) throws Exception {
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
}
