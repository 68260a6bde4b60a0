package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.stack.Installation;
import inventory.stack.Port;
import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./inventory up} as a user runs it, with a folder and ports of its own. */
final class Script implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path state;
  private final Path output;
  private final Process process;

  /**
   * Runs it; {@link #awaitReady} waits for it.
   *
   * @param state the folder that keeps everything
   * @param settings variables beside those of this process that do not concern AWS
   */
  Script(Path state, Map<Port, Integer> ports, Map<String, String> settings) throws IOException {
    this.state = state;
    this.output = Files.createTempFile("inventory-up", ".txt");
    Path root = Installation.find().root();
    declareBuilt(root);
    List<String> command = new ArrayList<>(List.of(root.resolve("inventory").toString(), "up"));
    command.addAll(List.of("--state", state.toString()));
    ports.forEach((port, number) -> command.addAll(List.of(port.option(), number.toString())));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(AwsVariables.without(System.getenv()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(settings);
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * The build that runs these tests has just made the jars, but left those as they were whose
   * classes are the same: the script must not build a second time within it.
   */
  private static void declareBuilt(Path root) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.find(root, 4, (file, attributes) -> isOurJar(file))) {
      jars = files.toList();
    }
    for (Path jar : jars) {
      Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
    }
  }

  private static boolean isOurJar(Path file) {
    return file.toString().endsWith("-SNAPSHOT.jar") && file.getParent().endsWith("target");
  }

  /** Returns when it says that it is ready. */
  Script awaitReady() {
    await("ready")
        .atMost(PATIENCE)
        .failFast(() -> assertThat(process.isAlive()).as(output()).isTrue())
        .until(() -> output().lines().anyMatch("ready"::equals));
    return this;
  }

  /** What it has printed, errors included. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of variables for a shell. */
  Path environmentFile() {
    return state.resolve("env");
  }

  /** Its processes, the first one of all included. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Ends it as Ctrl-C or a service manager does; returns its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** Leaves nothing running, whatever a test found. */
  @Override
  public void close() {
    List<ProcessHandle> all = processes();
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
