package inventory.bench;

import inventory.launcher.verify.ReportingClient;
import inventory.model.StockState;
import inventory.model.resource.Queues;
import inventory.stack.JvmProfile;
import inventory.stack.LocalEnvironment;
import inventory.stack.Port;
import inventory.stack.Service;
import inventory.stack.StateFolder;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.ResourceNames;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An empty environment in memory whose programs run with both compilers, as on a server.
 * alert-service starts later, because it would take processor time from the measurements before.
 */
final class BenchEnvironment implements AutoCloseable {

  // One e-mail for an item that becomes low in a warehouse, and no other e-mail.
  private static final Map<String, String> ALERT_SETTINGS =
      Map.of(
          "INVENTORY_ALERT_SCOPE", "warehouse",
          "INVENTORY_RESTOCK_IF_BELOW", String.valueOf(StockState.DEFAULT_THRESHOLD),
          "INVENTORY_FILE_NOTICES", "none");

  private final LocalEnvironment stack;
  private AwsClients clients;
  private ReportingClient reports;

  /**
   * Prepares an environment; starts nothing.
   *
   * @param state the folder for logs and e-mails
   * @param announce gets a line for each program that is ready
   */
  BenchEnvironment(StateFolder state, Consumer<String> announce) {
    ResourceNames names = ResourceNames.of(Map.of());
    this.stack = new LocalEnvironment(JvmProfile.SUSTAINED, state, Port.free(), names, announce);
  }

  /** Starts the stores, ingest-service and reporting-api. */
  void start() throws InterruptedException {
    Map<String, String> settings = new LinkedHashMap<>(AwsVariables.without(System.getenv()));
    settings.putAll(ALERT_SETTINGS);
    stack.startBacking(settings);
    clients = AwsClients.of(stack.environment());
    stack.startServices(Service.INGEST, Service.REPORTING);
    reports = new ReportingClient(stack.api(), stack.token());
  }

  /** Starts alert-service without the messages of the files so far. */
  void startAlerts() throws InterruptedException {
    for (String queue : List.of(Queues.ALERT, Queues.FILES)) {
      String name = names().queue(queue);
      String url = clients.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
      clients.sqs().purgeQueue(r -> r.queueUrl(url));
    }
    stack.startServices(Service.ALERT);
  }

  /** The processor time that each program has used since its start, by its name. */
  static Map<String, Duration> processorTimes() {
    Map<String, Duration> times = new TreeMap<>();
    ProcessHandle.current()
        .descendants()
        .forEach(
            process ->
                times.merge(
                    name(process.info()),
                    process.info().totalCpuDuration().orElse(Duration.ZERO),
                    Duration::plus));
    return times;
  }

  /** The package of the main class for a Java program; the file for any other. */
  private static String name(ProcessHandle.Info info) {
    return Stream.of(info.arguments().orElse(new String[0]))
        .filter(argument -> argument.startsWith("inventory."))
        .map(main -> main.split("\\.")[1])
        .findFirst()
        .or(() -> info.command().map(command -> Path.of(command).getFileName().toString()))
        .orElse("another");
  }

  AwsClients clients() {
    return clients;
  }

  ResourceNames names() {
    return stack.names();
  }

  ReportingClient reports() {
    return reports;
  }

  /** The metrics of ingest-service. */
  URI metrics() {
    return stack.url(Service.INGEST).resolve("/prometheus");
  }

  /** The folder in which each e-mail becomes a file. */
  Path mail() {
    return stack.state().mail();
  }

  @Override
  public void close() {
    stack.close();
    if (clients != null) {
      clients.close();
    }
  }
}
