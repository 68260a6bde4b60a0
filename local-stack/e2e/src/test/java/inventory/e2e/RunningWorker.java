package inventory.e2e;

import inventory.stack.Installation;
import inventory.stack.ValidationWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One start of validation-worker, as a process with its real heap size. */
final class RunningWorker {

  private static final long PATIENCE_MINUTES = 20;
  private static final String JOURNAL = " journal: ";

  private final Process process;
  private final Path log;

  /**
   * Starts it; its log contains each transaction that it checks.
   *
   * @param name the name of its log
   * @param settings variables in addition to those of the deployment
   * @param arguments the arguments of the command
   */
  RunningWorker(Deployment system, String name, Map<String, String> settings, String... arguments)
      throws IOException {
    log = system.logs().resolve("validation-worker-" + name + ".log");
    Files.createDirectories(log.getParent());
    Map<String, String> environment = new LinkedHashMap<>(system.environment());
    environment.put("LOGGER_LEVELS_INVENTORY_VALIDATION_JOURNAL", "TRACE");
    environment.putAll(settings);
    process =
        new ValidationWorker(Installation.find(), environment)
            .start(ProcessBuilder.Redirect.to(log.toFile()), arguments);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts it, waits for its end and returns it. */
  static RunningWorker run(Deployment system, String name, String... arguments)
      throws IOException, InterruptedException {
    RunningWorker worker = new RunningWorker(system, name, Map.of(), arguments);
    worker.exitCode();
    return worker;
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the worker does not end: " + log);
    }
    return process.exitValue();
  }

  Process process() {
    return process;
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Asks it to stop, and waits until it has. */
  void end() {
    process.destroy();
    process.onExit().join();
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public String toString() {
    return "the worker of " + log;
  }

  /** Its output. */
  String output() throws IOException {
    return Files.readString(log);
  }

  /** The transactions that it checked, in order, each as file id and line. */
  List<String> journal() throws IOException {
    // A killed process may have left half a line.
    String text = output();
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.contains(JOURNAL))
        .map(line -> line.substring(line.indexOf(JOURNAL) + JOURNAL.length()))
        .toList();
  }
}
