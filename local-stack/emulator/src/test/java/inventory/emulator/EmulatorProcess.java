package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The emulator as a process of its own, from the packaged jar. */
final class EmulatorProcess implements AutoCloseable {

  static final String ACCESS_KEY = "testkey";
  static final String SECRET_KEY = "test-secret";
  static final String REGION = "eu-central-1";

  private static final int TIMEOUT_SECONDS = 60;

  private final Process process;
  private final Map<String, Integer> ports;

  private EmulatorProcess(Process process, Map<String, Integer> ports) {
    this.process = process;
    this.ports = ports;
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
    Map<String, Integer> ports = freePorts("s3", "sqs", "smtp");
    List<String> all = new ArrayList<>(options);
    ports.forEach((service, port) -> all.add("--" + service + "-port=" + port));
    Process process =
        command(jvmOptions, all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    return new EmulatorProcess(process, ports);
  }

  /** Ports that are free now, all different. */
  static Map<String, Integer> freePorts(String... services) throws IOException {
    Map<String, Integer> ports = new LinkedHashMap<>();
    List<ServerSocket> sockets = new ArrayList<>();
    for (String service : services) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.put(service, socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
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
    String scheme = service.equals("smtp") ? "smtp" : "http";
    return URI.create(scheme + "://127.0.0.1:" + ports.get(service));
  }

  Process process() {
    return process;
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
        EmulatorProcess shared = start();
        // Maven waits for its output to end, so it must not outlive the tests.
        Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "stop-emulator"));
        return shared;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
