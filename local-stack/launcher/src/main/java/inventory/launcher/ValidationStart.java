package inventory.launcher;

import inventory.model.resource.Queues;
import inventory.stack.Installation;
import inventory.stack.ValidationWorker;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;

/** Runs the validation worker for a person who waits for it, in an environment that is there. */
final class ValidationStart {

  /** By convention, of a program that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  private final EnvironmentOptions options;
  private final Map<String, String> variables;

  /**
   * Prepares it.
   *
   * @param variables the worker's, all of them
   */
  ValidationStart(EnvironmentOptions options, Map<String, String> variables) {
    this.options = options;
    this.variables = variables;
  }

  /**
   * Runs it to its end, or until Ctrl-C, its output being this program's.
   *
   * @param arguments what it is told to do
   * @return its exit code
   * @throws inventory.stack.LaunchException if the environment does not answer
   */
  int run(String... arguments) throws Exception {
    requireEnvironment();
    Process worker =
        new ValidationWorker(Installation.find(), variables).start(Redirect.INHERIT, arguments);
    new Cleanup(INTERRUPTED, failed -> ValidationWorker.stop(worker)).after(worker::waitFor);
    return worker.exitValue();
  }

  /** What is wrong is better said here than by the worker's attempts to reach it. */
  private void requireEnvironment() throws IOException {
    options.run(
        (clients, names) -> {
          clients.sqs().getQueueUrl(r -> r.queueName(names.queue(Queues.VALIDATION)));
          clients.dynamoDb().describeTable(r -> r.tableName(names.table()));
        });
  }
}
