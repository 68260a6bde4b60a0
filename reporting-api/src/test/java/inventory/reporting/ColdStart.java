package inventory.reporting;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import inventory.model.resource.Access;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.GatewayEvents;
import inventory.reporting.lambda.HttpApiFunction;
import inventory.stack.Ports;
import inventory.stack.aws.AwsVariables;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.EmbeddedIdentity;
import inventory.testkit.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the time from the start of the process to the first report with a token, as a server and
 * as a function; {@code docs/benchmark.md} has the results. It is a program, not a test, and takes
 * a minute.
 */
final class ColdStart {

  private static final int STARTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Call REPORT =
      Call.get("/v1/warehouses").as(EmbeddedIdentity.running().token(Access.VIEWER));

  private ColdStart() {}

  /** Prints each start and the medians by processor time. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (Resources resources = EmbeddedAws.newResources()) {
      Map<String, String> variables = AwsVariables.without(System.getenv());
      variables.putAll(resources.environment());
      variables.putAll(EmbeddedIdentity.running().environment());
      List<Sample> servers = new ArrayList<>();
      List<Sample> functions = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        servers.add(server(variables));
        functions.add(function(variables));
        System.out.println("server " + servers.get(i) + ", function " + functions.get(i));
      }
      System.out.println("medians: server " + median(servers) + ", function " + median(functions));
    }
    System.exit(0);
  }

  /**
   * One start.
   *
   * @param millis the time from the start of the process to the first report
   * @param processorMillis its processor time, which depends less on other programs
   */
  private record Sample(long millis, long processorMillis) {}

  private static Sample median(List<Sample> samples) {
    return samples.stream()
        .sorted(Comparator.comparing(Sample::processorMillis))
        .toList()
        .get(samples.size() / 2);
  }

  private static long processorMillis(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static Sample server(Map<String, String> variables)
      throws IOException, InterruptedException {
    int port = Ports.free(1).get(0);
    long began = System.nanoTime();
    Process process =
        start(Application.class, variables, Map.of("MICRONAUT_SERVER_PORT", String.valueOf(port)));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + REPORT.target()));
    REPORT.headers().forEach(request::header);
    while (!answers(client, request.build())) {
      // Until the server listens, connections fail at once; pause to leave it the processor.
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    Sample sample = new Sample(millis, processorMillis(process.toHandle()));
    process.destroyForcibly().waitFor();
    return sample;
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static Sample function(Map<String, String> variables)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        start(Function.class, variables, Map.of("EVENT", GatewayEvents.ofHttpApi(REPORT)));
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the function did not answer with 200");
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    return new Sample(millis, Long.parseLong(lines.get(lines.size() - 1)));
  }

  private static Process start(
      Class<?> program, Map<String, String> variables, Map<String, String> more)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            program.getName());
    builder.environment().putAll(variables);
    builder.environment().putAll(more);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(
            program == Function.class
                ? ProcessBuilder.Redirect.PIPE
                : ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Does what the managed runtime does in its first call. */
  static final class Function {

    private Function() {}

    /** Ends with 0 if the answer to the event is 200. */
    public static void main(String[] args) {
      HttpApiFunction function = new HttpApiFunction();
      APIGatewayV2HTTPEvent event =
          LambdaEventSerializers.serializerFor(
                  APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPEvent.class.getClassLoader())
              .fromJson(System.getenv("EVENT"));
      int status = function.handleRequest(event, null).getStatusCode();
      System.out.println(processorMillis(ProcessHandle.current()));
      Runtime.getRuntime().halt(status == 200 ? 0 : 1);
    }
  }
}
