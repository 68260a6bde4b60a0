package inventory.bench;

import inventory.launcher.verify.ReportingClient;
import inventory.model.StockState;
import inventory.model.resource.Access;
import inventory.model.resource.Queues;
import inventory.model.resource.Variables;
import inventory.stack.AccessTokens;
import inventory.stack.Installation;
import inventory.stack.JvmProfile;
import inventory.stack.LocalEnvironment;
import inventory.stack.ManagedProcess;
import inventory.stack.Port;
import inventory.stack.ProcessGroup;
import inventory.stack.Program;
import inventory.stack.Programs;
import inventory.stack.Service;
import inventory.stack.StateFolder;
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

  private final ResourceNames names = ResourceNames.of(Map.of());
  private final Map<Port, Integer> ports = Port.free();
  private final Programs programs;
  private final StateFolder state;
  private final ProcessGroup backing;
  private final ProcessGroup services;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private AwsClients clients;
  private ReportingClient reports;

  /**
   * Prepares an environment; starts nothing.
   *
   * @param state the folder for logs and e-mails
   * @param announce gets a line for each program that is ready or ended
   */
  BenchEnvironment(Installation installation, StateFolder state, Consumer<String> announce) {
    this.programs = new Programs(installation, JvmProfile.SUSTAINED, false);
    this.state = state;
    this.backing = new ProcessGroup(announce);
    this.services = new ProcessGroup(announce);
  }

  /** Starts the emulator, the store, ingest-service and reporting-api. */
  void start() throws InterruptedException, IOException {
    backing.start(
        List.of(
            process(programs.emulator(ports, Optional.empty(), state.mail())),
            process(programs.dynamoDb(ports.get(Port.DYNAMODB), Optional.empty())),
            process(programs.identity(ports.get(Port.IDENTITY)))));
    environment.putAll(AwsVariables.without(System.getenv()));
    environment.putAll(Programs.awsVariables(ports));
    clients = AwsClients.of(environment);
    new Provisioner(clients).provision(names);
    environment.putAll(names.environment());
    LocalEnvironment.addMailSettings(environment, ports.get(Port.SMTP));
    environment.putAll(ALERT_SETTINGS);
    environment.putAll(Programs.loginVariables(ports.get(Port.IDENTITY)));
    URI issuer = URI.create(environment.get(Variables.OIDC_ISSUER));
    reports =
        new ReportingClient(
            URI.create(Programs.http(ports.get(Port.API)) + "/v1"),
            new AccessTokens(issuer).issue(Access.VIEWER));
    services.start(
        List.of(service(Service.INGEST, Port.INGEST), service(Service.REPORTING, Port.API)));
  }

  /** Starts alert-service without the messages of the files so far. */
  void startAlerts() throws InterruptedException {
    for (String queue : List.of(Queues.ALERT, Queues.FILES)) {
      String name = names.queue(queue);
      String url = clients.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
      clients.sqs().purgeQueue(r -> r.queueUrl(url));
    }
    services.start(List.of(service(Service.ALERT, Port.ALERT)));
  }

  private ManagedProcess service(Service service, Port port) {
    return process(programs.service(service, ports.get(port), environment));
  }

  private ManagedProcess process(Program program) {
    return new ManagedProcess(program, state.logs());
  }

  AwsClients clients() {
    return clients;
  }

  ResourceNames names() {
    return names;
  }

  ReportingClient reports() {
    return reports;
  }

  /** The metrics of ingest-service. */
  URI metrics() {
    return URI.create(Programs.http(ports.get(Port.INGEST)) + "/prometheus");
  }

  /** The folder in which each e-mail becomes a file. */
  Path mail() {
    return state.mail();
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
