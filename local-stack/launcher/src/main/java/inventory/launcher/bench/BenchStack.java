package inventory.launcher.bench;

import inventory.model.StockState;
import inventory.model.resource.Access;
import inventory.model.resource.Queues;
import inventory.model.resource.Variables;
import inventory.stack.AccessTokens;
import inventory.stack.DynamoDbPackage;
import inventory.stack.DynamoDbProcess;
import inventory.stack.EmulatorProcess;
import inventory.stack.EmulatorSettings;
import inventory.stack.IdentityProcess;
import inventory.stack.Installation;
import inventory.stack.JvmProfile;
import inventory.stack.KinesisPackage;
import inventory.stack.KinesisProcess;
import inventory.stack.KinesisSettings;
import inventory.stack.MailSettings;
import inventory.stack.PipeProcess;
import inventory.stack.Ports;
import inventory.stack.Service;
import inventory.stack.ServiceProcess;
import inventory.stack.StateFolder;
import inventory.stack.Supervisor;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An environment to measure: the emulator in memory, ingest-service and reporting-api, each on a
 * virtual machine as a server has it; later alert-service, which would take its part of the
 * processor.
 */
public final class BenchStack implements AutoCloseable {

  private static final int PORTS = 3;
  private static final int SHARDS = 2;

  // An e-mail for an item that goes low in a warehouse, and no other.
  private static final Map<String, String> ALERT_SETTINGS =
      Map.of(
          "INVENTORY_ALERT_SCOPE", "warehouse",
          "INVENTORY_RESTOCK_IF_BELOW", String.valueOf(StockState.DEFAULT_THRESHOLD),
          "INVENTORY_FILE_NOTICES", "none");

  private final ResourceNames names = ResourceNames.of(Map.of());
  private final Installation installation;
  private final StateFolder state;
  private final Supervisor backing;
  private final Supervisor services;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private AwsClients clients;
  private URI ingest;
  private URI reporting;
  private String token;
  private ServiceProcess alert;

  /**
   * Prepares it; nothing is started.
   *
   * @param state for logs and mail
   * @param announce is told of a program that ends by itself
   */
  public BenchStack(Installation installation, StateFolder state, Consumer<String> announce) {
    this.installation = installation;
    this.state = state;
    this.backing = new Supervisor(announce);
    this.services = new Supervisor(announce);
  }

  /**
   * Starts all but alert-service.
   *
   * @throws inventory.stack.LaunchException if something does not start
   */
  public void start() throws InterruptedException, IOException {
    EmulatorSettings settings =
        new EmulatorSettings(
            EmulatorSettings.Ports.FREE,
            Optional.empty(),
            state.mail(),
            state.logs().resolve("emulator.log"));
    EmulatorProcess emulator = new EmulatorProcess(installation, settings, JvmProfile.SUSTAINED);
    IdentityProcess identity = new IdentityProcess(installation, 0, state.logs());
    DynamoDbProcess dynamoDb =
        new DynamoDbProcess(
            DynamoDbPackage.prepare(installation),
            Ports.free(1).get(0),
            Optional.empty(),
            state.logs());
    backing.start(List.of(emulator, dynamoDb, identity));
    token = new AccessTokens(identity.issuer()).issue(Access.VIEWER);
    environment.putAll(AwsVariables.without(System.getenv()));
    environment.putAll(emulator.environment());
    environment.putAll(dynamoDb.environment());
    clients = AwsClients.of(environment);
    new Provisioner(clients).provision(names);
    environment.putAll(names.environment());
    new MailSettings(emulator.smtp()).addTo(environment);
    environment.putAll(ALERT_SETTINGS);
    environment.putAll(identity.environment());
    environment.put(Variables.OIDC_CLIENT_ID, Access.CLIENT_ID);
    List<Integer> ports = Ports.free(PORTS);
    alert = service(Service.ALERT, ports.get(2), environment);
    ServiceProcess first = service(Service.INGEST, ports.get(0), environment);
    ServiceProcess second = service(Service.REPORTING, ports.get(1), environment);
    services.start(List.of(first, second));
    ingest = first.url();
    reporting = second.url();
  }

  /**
   * Starts alert-service. What has happened until now it is not told: that would keep it busy.
   *
   * @throws inventory.stack.LaunchException if it does not start
   */
  void startAlerts() throws InterruptedException {
    for (String queue : List.of(Queues.ALERT, Queues.FILES)) {
      String name = names.queue(queue);
      String url = clients.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
      clients.sqs().purgeQueue(r -> r.queueUrl(url));
    }
    services.start(List.of(alert));
  }

  /**
   * Starts Kinesis and the pipe, with a stream of some shards.
   *
   * @throws inventory.stack.LaunchException if one does not start, as without Node
   */
  void startStream() throws InterruptedException, IOException {
    KinesisProcess kinesis =
        new KinesisProcess(
            KinesisPackage.prepare(installation),
            new KinesisSettings(0, Optional.empty(), state.logs().resolve("kinesis.log")));
    backing.start(List.of(kinesis));
    environment.putAll(kinesis.environment());
    environment.putAll(names.streamEnvironment());
    clients.close();
    clients = AwsClients.of(environment);
    new Provisioner(clients).provisionStream(names.stream(), SHARDS);
    services.start(
        List.of(
            new PipeProcess(
                installation,
                environment,
                state.pipeCheckpoint(),
                state.logs(),
                JvmProfile.SUSTAINED)));
  }

  private ServiceProcess service(Service service, int port, Map<String, String> environment) {
    return new ServiceProcess(
        installation, service.program(), port, environment, state.logs(), JvmProfile.SUSTAINED);
  }

  /** Clients of the emulator. */
  public AwsClients clients() {
    return clients;
  }

  /** What its resources are called. */
  public ResourceNames names() {
    return names;
  }

  /** Where ingest-service tells its metrics. */
  URI ingestMetrics() {
    return ingest.resolve("/prometheus");
  }

  /** The folder in which each e-mail becomes a file. */
  Path mail() {
    return state.mail();
  }

  /** Where the REST API is. */
  public URI api() {
    return reporting.resolve("/v1");
  }

  /** An access token for it, of a viewer. */
  public String token() {
    return token;
  }

  @Override
  public void close() {
    services.close();
    backing.close();
    if (clients != null) {
      clients.close();
    }
  }
}
