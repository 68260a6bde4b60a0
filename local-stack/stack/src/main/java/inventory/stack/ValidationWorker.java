package inventory.stack;

import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The validation worker: a program that runs once, says by its exit code how it went, and ends. It
 * ends early when the launcher does, and goes on at its next start.
 */
public final class ValidationWorker {

  /** The exit code of a run that found nothing. */
  public static final int WELL = 0;

  /** The exit code of a run that was completed, with findings. */
  public static final int FINDINGS = 1;

  /** The exit code of a run that could not be done. */
  public static final int NOT_DONE = 2;

  /** How long the customer's own check of one transaction takes (requirement V2). */
  public static final String CHECK_DURATION = "INVENTORY_CHECK_DURATION";

  /** The module's folder, which is the program's name too. */
  static final String MODULE = "validation-worker";

  // However many files there are, and however large: the worker's tests hold it to this heap.
  private static final int HEAP_MEGABYTES = 96;

  private static final String MAIN_CLASS = "inventory.validation.Application";
  private static final String NO_WAIT = "0s";

  /** It has to write down how far it has come. */
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Installation installation;
  private final Map<String, String> environment;
  private final List<String> jvmOptions;

  /**
   * Prepares it; nothing is started. On stores of this machine it does without the customer's own
   * check, which lasts long and costs much, unless {@link #CHECK_DURATION} is set.
   *
   * @param environment its variables, all of them
   */
  public ValidationWorker(Installation installation, Map<String, String> environment) {
    this.installation = installation;
    this.environment = new LinkedHashMap<>(environment);
    if (AwsVariables.endpoint(environment, AwsVariables.SQS).isPresent()) {
      this.environment.putIfAbsent(CHECK_DURATION, NO_WAIT);
    }
    this.jvmOptions = new ArrayList<>(JvmProfile.QUICK_START.options(HEAP_MEGABYTES));
    // Java 17 would take the charset of the shell, and write "?" for what that lacks.
    jvmOptions.add("-Dfile.encoding=UTF-8");
  }

  /**
   * Starts it.
   *
   * @param output where its log goes, errors included
   * @param arguments what it is told to do; nothing for the validation
   * @throws LaunchException if it is not built
   */
  public Process start(Redirect output, String... arguments) throws IOException {
    return start(jvmOptions, output, arguments);
  }

  /**
   * Starts the validation as a part of a local environment, which ends it if it was left over.
   *
   * @param state the environment's folder, which has the log
   */
  public Process start(StateFolder state) throws IOException {
    List<String> marked = new ArrayList<>(jvmOptions);
    marked.add(Leftovers.mark(state.logs()));
    return start(marked, new LogFile(state.logs().resolve(MODULE + ".log")).open());
  }

  private Process start(List<String> options, Redirect output, String... arguments)
      throws IOException {
    JavaCommand command =
        new JavaCommand(installation.classPath(MODULE), options, MAIN_CLASS, List.of(arguments));
    return command
        .toWatchedProcess(environment)
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }

  /** Ends a run, if it is under way; returns when it has ended, by force after 15 s. */
  public static void stop(Process run) {
    run.destroy();
    try {
      if (run.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    run.destroyForcibly();
  }

  /** What an exit code of the validation means, to follow "the validation". */
  public static String inWords(int exitCode) {
    return switch (exitCode) {
      case WELL -> "is complete: all is well";
      case FINDINGS -> "is complete: there are findings";
      case NOT_DONE -> "could not be done";
      default ->
          "was broken off (exit code %d); the next start goes on where it was".formatted(exitCode);
    };
  }
}
