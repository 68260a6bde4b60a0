package inventory.local.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.local.aws.AwsVariables;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The embedded AWS, a process that ends with the one that started it. */
public final class EmulatorProcess implements Supervised {

  private static final String READY = "ready ";
  private static final long START_SECONDS = 60;

  /** The emulator takes the key that it is started with; DynamoDB wants letters and digits only. */
  private static final String KEY = "inventorylocal";

  private static final String REGION = "eu-central-1";

  // Four parts in one process; 240 MB resident with this heap.
  private static final List<String> JVM_OPTIONS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final Installation installation;
  private final EmulatorSettings settings;
  private final LogFile log;
  private volatile Map<String, URI> endpoints = Map.of();

  /** Prepares the process; nothing is started. */
  public EmulatorProcess(Installation installation, EmulatorSettings settings) {
    this.installation = installation;
    this.settings = settings;
    this.log = new LogFile(settings.log());
  }

  @Override
  public String name() {
    return "emulator";
  }

  @Override
  public Process start() throws IOException {
    JavaCommand command =
        new JavaCommand(
            installation.classPath("local-stack/emulator"),
            JVM_OPTIONS,
            "inventory.emulator.Emulator",
            arguments());
    Map<String, String> environment = AwsVariables.without(System.getenv());
    environment.putAll(keys());
    return command.toProcess(environment).redirectError(log.open()).start();
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--host", "127.0.0.1"));
    arguments.addAll(List.of("--s3-port", String.valueOf(settings.ports().s3())));
    arguments.addAll(List.of("--sqs-port", String.valueOf(settings.ports().sqs())));
    arguments.addAll(List.of("--dynamodb-port", String.valueOf(settings.ports().dynamoDb())));
    arguments.addAll(List.of("--smtp-port", String.valueOf(settings.ports().smtp())));
    settings.data().ifPresent(data -> arguments.addAll(List.of("--data", data.toString())));
    arguments.addAll(List.of("--mail", settings.mail().toString(), "--stop-on-stdin-end"));
    return arguments;
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready), "emulator-output");
    reader.setDaemon(true);
    reader.start();
    try {
      endpoints =
          new ObjectMapper()
              .readValue(
                  ready.get(START_SECONDS, TimeUnit.SECONDS),
                  new TypeReference<LinkedHashMap<String, URI>>() {});
    } catch (ExecutionException | TimeoutException | IOException e) {
      process.destroyForcibly();
      throw new LaunchException("the emulator did not start" + log.tail(), e);
    }
  }

  /** Reads to the end, so that the emulator never waits for someone to read. */
  private static void read(Process process, CompletableFuture<String> ready) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()));
        }
      }
      ready.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** The variables by which every AWS SDK finds the emulator, once it is ready. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      URI endpoint = endpoints.get(service.toLowerCase(java.util.Locale.ROOT));
      variables.put(AwsVariables.endpointOf(service), endpoint.toString());
    }
    variables.putAll(keys());
    return variables;
  }

  /** Where e-mails are taken, once it is ready. */
  public URI smtp() {
    return endpoints.get("smtp");
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(AwsVariables.REGION, REGION);
    keys.put(AwsVariables.ACCESS_KEY_ID, KEY);
    keys.put(AwsVariables.SECRET_ACCESS_KEY, KEY);
    return keys;
  }
}
