package inventory.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the services as a process of its own, ready when its health check says so. */
public final class ServiceProcess implements Supervised {

  private static final String HOST = "127.0.0.1";
  // A machine at its limits takes that long.
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final long PROBE_PAUSE_MILLIS = 100;
  private static final int OK = 200;

  private static final int HEAP_MEGABYTES = 256;

  private final Installation installation;
  private final Service.Program program;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> jvmOptions;
  private final LogFile log;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PROBE).build();

  /** As the other, to start fast. */
  public ServiceProcess(
      Installation installation,
      Service service,
      int port,
      Map<String, String> environment,
      Path logs) {
    this(installation, service.program(), port, environment, logs, JvmProfile.QUICK_START);
  }

  /**
   * Prepares the process; nothing is started.
   *
   * @param port where it serves HTTP on 127.0.0.1
   * @param environment its variables, all of them
   * @param logs the folder of its log
   */
  public ServiceProcess(
      Installation installation,
      Service.Program program,
      int port,
      Map<String, String> environment,
      Path logs,
      JvmProfile profile) {
    this.installation = installation;
    this.program = program;
    this.port = port;
    this.environment = new LinkedHashMap<>(environment);
    this.environment.put("MICRONAUT_SERVER_HOST", HOST);
    this.environment.put("MICRONAUT_SERVER_PORT", String.valueOf(port));
    this.jvmOptions = new ArrayList<>(profile.options(HEAP_MEGABYTES));
    this.jvmOptions.add(Leftovers.mark(logs));
    this.log = new LogFile(logs.resolve(program.name() + ".log"));
  }

  @Override
  public String name() {
    return program.name();
  }

  /** Where its HTTP paths begin. */
  public URI url() {
    return URI.create("http://" + HOST + ":" + port);
  }

  @Override
  public Process start() throws IOException {
    JavaCommand command =
        new JavaCommand(
            installation.classPath(program.module()), jvmOptions, program.mainClass(), List.of());
    // Its standard input stays open: that it ends tells that the launcher has.
    return command
        .toWatchedProcess(environment)
        .redirectErrorStream(true)
        .redirectOutput(log.open())
        .start();
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    String answer = "no answer";
    while (System.nanoTime() < deadline) {
      if (process.waitFor(PROBE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new LaunchException(
            name() + " ended with exit code " + process.exitValue() + log.tail());
      }
      answer = probe();
      if (answer.isEmpty()) {
        return;
      }
    }
    process.destroyForcibly();
    throw new LaunchException(
        "%s is not ready after %d s (%s)%s"
            .formatted(name(), START.toSeconds(), answer, log.tail()));
  }

  /** Empty if the service is ready, else what is known. */
  private String probe() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url().resolve("/health")).timeout(PROBE).build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == OK ? "" : response.body();
    } catch (IOException e) {
      return "no answer: " + e.getMessage();
    }
  }
}
