package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.stack.Installation;
import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher as a process, in a project whose validation worker is a stand-in. */
final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path output;
  private final Process process;

  /**
   * Starts it.
   *
   * @param folder becomes the project's folder
   * @param settings variables, in addition to those of this process that do not concern AWS
   */
  Program(Path folder, Map<String, String> settings, String... arguments) throws IOException {
    String classPath = System.getProperty("java.class.path");
    Path target = folder.resolve("validation-worker/target");
    Files.createDirectories(target);
    Files.createDirectories(folder.resolve("local-stack/emulator"));
    Files.write(target.resolve("validation-worker-1.0.0-SNAPSHOT.jar"), new byte[0]);
    Files.writeString(target.resolve("runtime.classpath"), classPath);
    output = folder.resolve("output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D" + Installation.HOME + "=" + folder,
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(AwsVariables.without(System.getenv()));
    builder.environment().put("CLASSPATH", classPath);
    builder.environment().putAll(settings);
    process = builder.start();
  }

  /** The lines that it has printed, with errors. */
  List<String> lines() {
    try {
      return Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rest of the first line that begins so, as soon as there is one. */
  String awaitLine(String beginning) {
    await()
        .atMost(PATIENCE)
        .failFast(() -> assertThat(process.isAlive()).as("%s", lines()).isTrue())
        .until(() -> lines().stream().anyMatch(line -> line.startsWith(beginning)));
    return lines().stream()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElseThrow()
        .substring(beginning.length());
  }

  /**
   * Tells it to end, by SIGTERM: the clean-up is that of Ctrl-C, but Ctrl-C itself is ignored where
   * the tests run in the background of a shell.
   */
  void end() {
    process.destroy();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("%s", lines()).isTrue();
    return process.exitValue();
  }

  /** Leaves nothing running. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
