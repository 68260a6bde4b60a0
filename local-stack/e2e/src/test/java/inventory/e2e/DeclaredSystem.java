package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.chaos.AwsProxy;
import inventory.pulumi.DeclaredStack;
import inventory.stack.Installation;
import inventory.stack.ManagedProcess;
import inventory.stack.Ports;
import inventory.stack.Programs;
import inventory.stack.Service;
import inventory.stack.ValidationWorker;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import inventory.testkit.EmbeddedAws;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * All programs with exactly the variables that the Pulumi program declares for them, on the
 * embedded AWS. The test adds credentials and endpoints that record the program's calls. It
 * replaces the URL of the token key, because only Cognito can sign with its own.
 */
final class DeclaredSystem {

  private static final Path LOGS = Path.of("target", "logs", "declared").toAbsolutePath();

  private final DeclaredStack declared = DeclaredStack.get();
  private final Map<String, Set<AwsCall>> calls = new TreeMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<ManagedProcess> services = new ArrayList<>();
  private final AwsClients clients = AwsClients.of(EmbeddedAws.environment());
  private final ResourceNames names;
  private final CognitoTokens tokens;
  private final SnsTopics topics;
  private final HttpClient http = HttpClient.newHttpClient();
  private URI api;

  DeclaredSystem() throws IOException, GeneralSecurityException, InterruptedException {
    DeclaredStack.PROGRAMS.forEach(program -> calls.put(program, ConcurrentHashMap.newKeySet()));
    tokens = opened(new CognitoTokens());
    topics = opened(new SnsTopics(calls.get(Service.ALERT.module())));
    names = ResourceNames.of(declaredNames());
    new Provisioner(clients).provision(names);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> services.forEach(ManagedProcess::kill)));
    Iterator<Integer> ports = Ports.free(Service.values().length).iterator();
    for (Service service : Service.values()) {
      start(service, ports.next());
    }
    for (ManagedProcess service : services) {
      service.awaitReady();
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.add(part);
    return part;
  }

  /** The names of resources in the variables; all programs get the same. */
  private Map<String, String> declaredNames() {
    Map<String, String> all = new HashMap<>();
    DeclaredStack.PROGRAMS.forEach(program -> all.putAll(declared.environment(program)));
    return all;
  }

  private void start(Service service, int port) throws IOException {
    Programs programs = new Programs(Installation.find());
    ManagedProcess started =
        new ManagedProcess(programs.service(service, port, environment(service.module())), LOGS);
    started.start();
    services.add(started);
    if (service == Service.REPORTING) {
      api = URI.create(Programs.http(port));
    }
  }

  private Map<String, String> environment(String program) throws IOException {
    Map<String, String> embedded = EmbeddedAws.environment();
    Map<String, String> environment =
        new LinkedHashMap<>(AwsVariables.without(Map.of("PATH", System.getenv("PATH"))));
    environment.putAll(declared.environment(program));
    // A function does it, with rights of its own.
    environment.put("INVENTORY_FOLLOW_STREAM", "false");
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      String variable = AwsVariables.endpointOf(service);
      Set<AwsCall> made = calls.get(program);
      AwsProxy proxy =
          opened(
              new AwsProxy(
                  URI.create(embedded.get(variable)),
                  call -> {
                    made.addAll(AwsCall.of(call));
                    return call.forward();
                  }));
      environment.put(variable, proxy.url());
    }
    environment.put(AwsVariables.endpointOf("SNS"), topics.url());
    for (String credential : List.of(AwsVariables.ACCESS_KEY_ID, AwsVariables.SECRET_ACCESS_KEY)) {
      environment.put(credential, embedded.get(credential));
    }
    // Fargate and Lambda set it.
    environment.put(AwsVariables.REGION, embedded.get(AwsVariables.REGION));
    environment.computeIfPresent("INVENTORY_OIDC_JWKS", (name, url) -> tokens.keysUrl());
    return environment;
  }

  /** The names of bucket, table and queues. */
  ResourceNames names() {
    return names;
  }

  /** Clients of the embedded AWS. */
  AwsClients clients() {
    return clients;
  }

  /** The notifications to people. */
  List<SnsTopics.Published> published() {
    return topics.published();
  }

  /** The calls of a program. */
  Set<AwsCall> calls(String program) {
    return calls.get(program);
  }

  /** Requests a path of the API with a token. */
  String get(String path) throws IOException, InterruptedException, GeneralSecurityException {
    return send(request(path)).body();
  }

  /** Posts to the API; fails unless it succeeds. */
  String post(String path, String json)
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    HttpResponse<String> answer = send(request.POST(HttpRequest.BodyPublishers.ofString(json)));
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 202);
    return answer.body();
  }

  private HttpRequest.Builder request(String path) throws GeneralSecurityException {
    Map<String, String> reporting = declared.environment(Service.REPORTING.module());
    String token =
        tokens.token(
            reporting.get("INVENTORY_OIDC_ISSUER"), reporting.get("INVENTORY_OIDC_CLIENT_ID"));
    return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + token);
  }

  /** Sends a request, as a browser would. */
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Runs the validation; returns its exit code. */
  int validate() throws IOException, InterruptedException {
    String program = "validation-worker";
    Files.createDirectories(LOGS);
    Process worker =
        new ValidationWorker(Installation.find(), environment(program))
            .start(ProcessBuilder.Redirect.to(LOGS.resolve(program + ".log").toFile()));
    if (!worker.waitFor(2, TimeUnit.MINUTES)) {
      worker.destroyForcibly();
      throw new IllegalStateException("the worker does not end: " + LOGS);
    }
    return worker.exitValue();
  }

  /** Stops everything. */
  void close() throws Exception {
    services.forEach(ManagedProcess::kill);
    for (AutoCloseable part : open) {
      part.close();
    }
    clients.close();
  }
}
