package inventory.reporting;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import inventory.local.EmbeddedAws;
import inventory.local.EmbeddedIdentity;
import inventory.local.Resources;
import inventory.local.aws.AwsVariables;
import inventory.local.process.Ports;
import inventory.model.resource.Access;
import inventory.reporting.lambda.HttpApiFunction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long the API takes from the start of its process to its first report, with a token,
 * as a server and as a function; {@code docs/benchmark.md} has the numbers. A program, not a test:
 * it proves nothing, and takes a minute.
 */
final class ColdStart {

  private static final int STARTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Call REPORT =
      Call.get("/v1/warehouses").as(EmbeddedIdentity.running().token(Access.VIEWER));

  private ColdStart() {}

  /** Prints the medians in milliseconds. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (Resources resources = EmbeddedAws.newResources()) {
      Map<String, String> variables = AwsVariables.without(System.getenv());
      variables.putAll(resources.environment());
      variables.putAll(EmbeddedIdentity.running().environment());
      List<Long> servers = new ArrayList<>();
      List<Long> functions = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        servers.add(server(variables));
        functions.add(function(variables));
      }
      System.out.printf(
          "server %d ms, function %d ms (medians of %d)%n",
          median(servers), median(functions), STARTS);
    }
    System.exit(0);
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static long server(Map<String, String> variables)
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
      // Until the server listens, a connection is refused at once: leave it the processor.
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    process.destroyForcibly().waitFor();
    return millis;
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static long function(Map<String, String> variables)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        start(Function.class, variables, Map.of("EVENT", GatewayEvents.ofHttpApi(REPORT)));
    process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the function did not answer with 200");
    }
    return (System.nanoTime() - began) / 1_000_000;
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

  /** What the managed runtime does at its first call. */
  static final class Function {

    private Function() {}

    /** Ends with 0 if the answer to the event is 200. */
    public static void main(String[] args) {
      HttpApiFunction function = new HttpApiFunction();
      APIGatewayV2HTTPEvent event =
          LambdaEventSerializers.serializerFor(
                  APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPEvent.class.getClassLoader())
              .fromJson(System.getenv("EVENT"));
      Runtime.getRuntime().halt(function.handleRequest(event, null).getStatusCode() == 200 ? 0 : 1);
    }
  }
}
