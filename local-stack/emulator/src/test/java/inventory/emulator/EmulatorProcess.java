package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The emulator as its users run it: a process of its own, from what the build has packaged. */
final class EmulatorProcess implements AutoCloseable {

  static final String ACCESS_KEY = "testkey";
  static final String SECRET_KEY = "test-secret";
  static final String REGION = "eu-central-1";

  private static final int TIMEOUT_SECONDS = 60;

  private final Process process;
  private final BufferedReader stdout;
  private final JsonNode endpoints;

  private EmulatorProcess(Process process, BufferedReader stdout, JsonNode endpoints) {
    this.process = process;
    this.stdout = stdout;
    this.endpoints = endpoints;
  }

  /** One for all tests that need nothing special; it ends with the JVM of the tests. */
  static EmulatorProcess shared() {
    return Shared.INSTANCE;
  }

  /** Starts one on free ports and waits until it is ready. */
  static EmulatorProcess start(String... options) throws IOException {
    return start(List.of(), List.of(options));
  }

  static EmulatorProcess start(List<String> jvmOptions, List<String> options) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of("--s3-port=0", "--sqs-port=0", "--smtp-port=0", "--stop-on-stdin-end"));
    all.addAll(options);
    Process process =
        command(jvmOptions, all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader stdout = process.inputReader(StandardCharsets.UTF_8);
    String line = stdout.readLine();
    assertThat(line).as("the emulator's first line").startsWith("ready {");
    return new EmulatorProcess(
        process, stdout, JsonMapper.shared().readTree(line.substring("ready ".length())));
  }

  /** Its command, with only the options given. */
  static ProcessBuilder command(List<String> jvmOptions, List<String> options) throws IOException {
    Path target = Path.of("target").toAbsolutePath();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(jvmOptions);
    command.addAll(
        List.of(
            "-cp",
            target.resolve("emulator-1.0.0-SNAPSHOT.jar")
                + ":"
                + Files.readString(target.resolve("runtime.classpath")).strip(),
            "inventory.emulator.Emulator"));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    builder.environment().put("AWS_REGION", REGION);
    return builder;
  }

  URI endpoint(String service) {
    return URI.create(endpoints.get(service).asString());
  }

  Process process() {
    return process;
  }

  /** What it has printed since it was ready, once it has ended. */
  String remainingOutput() throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = stdout.readLine(); line != null; line = stdout.readLine()) {
      rest.append(line).append('\n');
    }
    return rest.toString();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** As {@code kill} does; returns the exit status. */
  int terminate() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static final class Shared {
    static final EmulatorProcess INSTANCE = startShared();

    private static EmulatorProcess startShared() {
      try {
        return start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
