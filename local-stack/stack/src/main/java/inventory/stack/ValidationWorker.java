package inventory.stack;

import inventory.stack.ManagedProcess.LogFile;
import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The validation worker: a program that runs once, reports the result by its exit code, and ends.
 * It ends early when the launcher does, and its next start continues.
 */
public final class ValidationWorker {

  /** The exit code of a run that found nothing. */
  public static final int WELL = 0;

  /** The exit code of a completed run with findings. */
  public static final int FINDINGS = 1;

  /** The exit code of a run that could not be done. */
  public static final int NOT_DONE = 2;

  /** The duration of the customer's own check of one transaction (requirement V2). */
  public static final String CHECK_DURATION = "INVENTORY_CHECK_DURATION";

  private final Programs programs;
  private final Map<String, String> environment;

  /**
   * Starts nothing yet. On stores of this machine the customer's own check takes no time, unless
   * {@link #CHECK_DURATION} is set.
   *
   * @param environment all its variables
   */
  public ValidationWorker(Installation installation, Map<String, String> environment) {
    this.programs = new Programs(installation);
    this.environment = new LinkedHashMap<>(environment);
    if (AwsVariables.endpoint(environment, AwsVariables.SQS).isPresent()) {
      this.environment.putIfAbsent(CHECK_DURATION, "0s");
    }
  }

  /**
   * Starts it.
   *
   * @param output receives its log, errors included
   * @param arguments its arguments; none for the validation
   * @throws LaunchException if it is not built
   */
  public Process start(Redirect output, String... arguments) throws IOException {
    return ManagedProcess.start(programs.validation(environment, List.of(arguments)), output);
  }

  /** Starts the validation with its log in a local environment's folder. */
  Process start(StateFolder state) throws IOException {
    return start(new LogFile(state.logs().resolve("validation-worker.log")).open());
  }

  /** Stops a run; kills it if it still runs after 30 s. */
  public static void stop(Process run) {
    ManagedProcess.stop(run);
  }

  /** The meaning of an exit code, to follow "the validation". */
  public static String inWords(int exitCode) {
    return switch (exitCode) {
      case WELL -> "is complete: all is well";
      case FINDINGS -> "is complete: there are findings";
      case NOT_DONE -> "could not be done";
      default -> "was stopped (exit code %d); its next start continues".formatted(exitCode);
    };
  }
}
