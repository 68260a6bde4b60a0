package inventory.e2e;

import inventory.launcher.verify.ReportingClient;
import inventory.model.resource.Access;
import inventory.model.resource.Queues;
import inventory.stack.Installation;
import inventory.stack.ManagedProcess;
import inventory.stack.Ports;
import inventory.stack.Program;
import inventory.stack.Programs;
import inventory.stack.Readiness;
import inventory.stack.Service;
import inventory.stack.aws.AwsVariables;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.EmbeddedIdentity;
import inventory.testkit.FunctionHost;
import inventory.testkit.Resources;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Services as real processes, on a bucket, queues and a table of their own. With the system
 * property {@code functions}, those that have queues are functions behind event source mappings.
 */
final class Deployment implements AutoCloseable {

  /** Who gets the alerts. */
  static final String PURCHASING = "purchasing@example.com";

  /** Who gets the notices about files. */
  static final String OPERATIONS = "operations@example.com";

  private static final boolean FUNCTIONS = Boolean.getBoolean("functions");
  private static final Path LOGS =
      Path.of("target", "logs", FUNCTIONS ? "functions" : "services").toAbsolutePath();

  /** The queues that a service consumes. */
  private static final Map<Service, List<String>> QUEUES =
      Map.of(
          Service.INGEST, List.of(Queues.INGEST, Queues.EVENTS),
          Service.THRESHOLD, List.of(Queues.THRESHOLD),
          Service.ALERT, List.of(Queues.ALERT, Queues.FILES, Queues.RUNS));

  private final Resources resources = EmbeddedAws.newResources();
  private final List<ManagedProcess> services = new ArrayList<>();
  private final Map<Service, List<ManagedProcess>> byService = new EnumMap<>(Service.class);
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Path logs;
  private URI ingestUrl;
  private String api;
  private ReportingClient reports;

  /**
   * Starts services; returns when all are ready.
   *
   * @param name the folder of their logs
   * @param programs which services; ingest-service may be there twice
   * @param settings variables beside those that name the resources
   */
  Deployment(String name, List<Service> programs, Map<String, String> settings)
      throws IOException, InterruptedException {
    logs = LOGS.resolve(name);
    // Whatever a test leaves running ends with it.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> services.forEach(ManagedProcess::stop)));
    environment.putAll(AwsVariables.without(System.getenv()));
    environment.putAll(resources.environment());
    environment.putAll(EmbeddedIdentity.running().environment());
    environment.put("INVENTORY_NOTIFY", "smtp");
    environment.put("INVENTORY_MAIL_FROM", "inventory@example.com");
    environment.put("INVENTORY_MAIL_PURCHASING", PURCHASING);
    environment.put("INVENTORY_MAIL_OPERATIONS", OPERATIONS);
    environment.putAll(settings);
    List<Integer> ports = Ports.free(programs.size());
    for (int i = 0; i < programs.size(); i++) {
      start(programs.get(i), ports.get(i));
    }
    for (ManagedProcess service : services) {
      service.awaitReady();
    }
  }

  private void start(Service service, int port) throws IOException {
    Path folder = logs.resolve(String.valueOf(services.size()));
    Program program = new Programs(Installation.find()).service(service, port, environment);
    if (FUNCTIONS && QUEUES.containsKey(service)) {
      program = asFunction(program, QUEUES.get(service));
    }
    ManagedProcess started = new ManagedProcess(program, folder);
    started.start();
    services.add(started);
    byService.computeIfAbsent(service, s -> new ArrayList<>()).add(started);
    if (service == Service.INGEST) {
      ingestUrl = URI.create(Programs.http(port));
    }
    if (service == Service.REPORTING) {
      api = Programs.http(port) + "/v1";
      reports =
          new ReportingClient(URI.create(api), EmbeddedIdentity.running().token(Access.VIEWER));
    }
  }

  /** The same class path and variables, and another class to run. */
  private Program asFunction(Program service, List<String> queues) {
    List<String> command = new ArrayList<>(service.command());
    command.set(command.size() - 1, FunctionHost.class.getName());
    queues.forEach(queue -> command.add(resources.queue(queue)));
    Map<String, String> variables = new LinkedHashMap<>(service.environment());
    String host = FunctionHost.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    variables.merge("CLASSPATH", host, (path, more) -> path + File.pathSeparator + more);
    return new Program(
        service.name(),
        command,
        service.folder(),
        variables,
        Readiness.printed(),
        service.archive());
  }

  /** The bucket, the queues and the table. */
  Resources resources() {
    return resources;
  }

  /** The variables that its services have. */
  Map<String, String> environment() {
    return environment;
  }

  /** Where its logs are. */
  Path logs() {
    return logs;
  }

  /** The reports over REST. */
  ReportingClient reports() {
    return reports;
  }

  /** The base URL of the reports, the version included. */
  String api() {
    return api;
  }

  /** Asks for the release of a held file; returns the status of the answer. */
  int release(ReportingClient.File file, String group) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/files/" + file.id() + "/release"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .header("authorization", "Bearer " + EmbeddedIdentity.running().token(group))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** The first process of a service. */
  ManagedProcess process(Service service) {
    return byService.get(service).get(0);
  }

  /** The processes of ingest-service. */
  List<ManagedProcess> ingest() {
    return byService.get(Service.INGEST);
  }

  /** Where ingest-service serves its health and metrics, the last process of it. */
  URI ingestUrl() {
    return ingestUrl;
  }

  /** The first process of reporting-api. */
  ManagedProcess reporting() {
    return process(Service.REPORTING);
  }

  /** The first process of alert-service. */
  ManagedProcess alert() {
    return process(Service.ALERT);
  }

  @Override
  public void close() {
    services.forEach(ManagedProcess::kill);
    resources.close();
  }
}
