package inventory.stack;

import inventory.chaos.Chaos;
import inventory.chaos.Fault;
import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** A whole environment on this machine: the services, and the AWS that they use. */
public final class LocalEnvironment implements AutoCloseable {

  /** The recipient of stock alerts, unless the settings name another. */
  public static final String PURCHASING = "purchasing@example.com";

  /** The recipient of notices about files, unless the settings name another. */
  public static final String OPERATIONS = "operations@example.com";

  private static final String NOTIFY = "INVENTORY_NOTIFY";
  private static final List<String> LOGIN =
      List.of(
          Variables.OIDC_ISSUER,
          Variables.OIDC_JWKS,
          Variables.OIDC_CLIENT_ID,
          Variables.OIDC_CLIENTS,
          Variables.TOKEN);
  private static final int SHARDS = 4;

  private final Installation installation = Installation.find();
  private final Programs programs;
  private final StateFolder state;
  private final boolean inMemory;
  private final Map<Port, Integer> ports;
  private final ResourceNames names;
  private final Consumer<String> announce;
  private final CompletableFuture<ManagedProcess> ended = new CompletableFuture<>();
  // The services stop before what they use.
  private final ProcessGroup backing;
  private final ProcessGroup services;
  private final Map<String, String> aws = new LinkedHashMap<>();
  private final Map<String, String> login = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Future<?>> starting = new ArrayList<>();
  private Optional<Future<?>> kinesis = Optional.empty();
  private final Map<Service, ManagedProcess> running = new EnumMap<>(Service.class);
  private Optional<String> stream = Optional.empty();
  private boolean ownLogin;
  private volatile Optional<Process> validation = Optional.empty();
  private Optional<Chaos> chaos = Optional.empty();
  private long chaosSeed;
  private Optional<Crashes> crashes = Optional.empty();

  /**
   * Prepares an environment; starts nothing.
   *
   * @param profile with {@link JvmProfile#SUSTAINED}, the data is in memory
   * @param state the folder that keeps everything
   * @param announce gets a line for each step
   */
  public LocalEnvironment(
      JvmProfile profile,
      StateFolder state,
      Map<Port, Integer> ports,
      ResourceNames names,
      Consumer<String> announce) {
    this.inMemory = profile == JvmProfile.SUSTAINED;
    this.programs = new Programs(installation, profile);
    this.state = state;
    this.ports = ports;
    this.names = names;
    this.announce = announce;
    this.backing = new ProcessGroup(announce, ended);
    this.services = new ProcessGroup(announce, ended);
  }

  /**
   * Whether {@code INVENTORY_AWS} asks for the AWS that the other variables name.
   *
   * @throws LaunchException if it is neither {@code embedded} nor {@code external}
   */
  public static boolean isExternal(Map<String, String> variables) {
    String aws = variables.getOrDefault("INVENTORY_AWS", "embedded");
    if (!List.of("embedded", "external").contains(aws)) {
      throw new LaunchException(
          "INVENTORY_AWS is \"%s\": set it to external, or unset it for the embedded AWS"
              .formatted(aws));
    }
    return aws.equals("external");
  }

  /**
   * Has the services suffer faults from when all of them have started: their calls to S3, SQS and
   * DynamoDB go through proxies, and they are killed and started again. Must be called first.
   *
   * @param faults is closed with this
   */
  public void suffer(Chaos faults, long seed) {
    chaos = Optional.of(faults);
    chaosSeed = seed;
  }

  /**
   * Starts everything, and writes the variables for a shell.
   *
   * @param variables the settings; see {@link #startBacking}
   * @throws LaunchException if something does not start
   */
  public void start(Map<String, String> variables) throws InterruptedException, IOException {
    startBacking(variables);
    List.of(Service.values()).forEach(this::begin);
    if (kinesis.isPresent()) {
      ProcessGroup.await(kinesis.get());
      beginPipe();
    }
    awaitStart();
    EnvironmentFile.write(state.environmentFile(), environment());
    chaos.ifPresent(faults -> faults.begin(chaosSeed, Fault.usualRates()));
    crashes = chaos.map(faults -> new Crashes(faults, chaosSeed, this::crash));
  }

  /**
   * Starts what the services use, and creates missing resources in it.
   *
   * <p>That is the emulator, DynamoDB, unless the variables name another, Kinesis and the identity
   * server. With {@code INVENTORY_AWS=external} it is the AWS that the variables name, and on this
   * machine only what they do not name: a mail server without {@code INVENTORY_NOTIFY}, an identity
   * server without {@code INVENTORY_OIDC_ISSUER}, and, if {@code INVENTORY_STREAM} names a stream
   * with an endpoint, a pipe. In AWS itself there is the managed pipe.
   *
   * @param variables the services' settings
   * @throws LaunchException if something does not start
   */
  public void startBacking(Map<String, String> variables) throws InterruptedException {
    boolean external = isExternal(variables);
    Set<Port> own = ownPorts(variables, external);
    Optional<Program> kinesisHere = own.contains(Port.KINESIS) ? kinesis() : Optional.empty();
    Map<Port, Integer> used = new EnumMap<>(ports);
    used.keySet().retainAll(own);
    Ports.requireFree(used);
    List<Future<?>> stores = new ArrayList<>();
    if (own.contains(Port.S3)) {
      stores.add(begin(programs.emulator(ports, onDisk(state.data()), state.mail())));
    } else if (own.contains(Port.SMTP)) {
      starting.add(begin(programs.mailServer(ports.get(Port.SMTP), state.mail())));
    }
    if (own.contains(Port.DYNAMODB)) {
      stores.add(begin(programs.dynamoDb(ports.get(Port.DYNAMODB), onDisk(state.tables()))));
    }
    kinesis = kinesisHere.map(this::begin);
    ownLogin = own.contains(Port.IDENTITY);
    if (ownLogin) {
      starting.add(begin(programs.identity(ports.get(Port.IDENTITY))));
    }
    locate(variables, external);
    settings.putAll(external ? variables : AwsVariables.without(variables));
    settings.putAll(aws);
    settings.putAll(login);
    if (own.contains(Port.SMTP)) {
      addMailSettings();
    }
    for (Future<?> store : stores) {
      ProcessGroup.await(store);
    }
    provision();
  }

  /** The ports that programs of this machine listen on. */
  private static Set<Port> ownPorts(Map<String, String> variables, boolean external) {
    Set<Port> own = EnumSet.allOf(Port.class);
    if (external) {
      own.removeAll(List.of(Port.S3, Port.SQS, Port.DYNAMODB, Port.KINESIS));
      if (variables.containsKey(NOTIFY)) {
        own.remove(Port.SMTP);
      }
      if (variables.containsKey(Variables.OIDC_ISSUER)) {
        own.remove(Port.IDENTITY);
      }
    } else if (AwsVariables.otherDynamoDb(variables).isPresent()) {
      own.remove(Port.DYNAMODB);
    }
    return own;
  }

  private Optional<Program> kinesis() throws InterruptedException {
    try {
      return Optional.of(programs.kinesis(ports.get(Port.KINESIS), onDisk(state.stream())));
    } catch (LaunchException e) {
      announce.accept("no event stream, everything else works: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Path> onDisk(Path folder) {
    return inMemory ? Optional.empty() : Optional.of(folder);
  }

  private Future<?> begin(Program program) {
    return backing.begin(process(program));
  }

  /** Finds out where the AWS, the stream and the issuer of tokens are. */
  private void locate(Map<String, String> variables, boolean external) {
    if (external) {
      aws.putAll(AwsVariables.locating(variables));
      stream = Optional.ofNullable(variables.get(Variables.STREAM));
      if (stream.isPresent()
          && AwsVariables.endpoint(variables, AwsVariables.KINESIS).isPresent()) {
        kinesis = Optional.of(CompletableFuture.completedFuture(null));
      }
    } else {
      aws.putAll(Programs.awsVariables(ports));
      AwsVariables.otherDynamoDb(variables)
          .ifPresent(url -> aws.put(AwsVariables.endpointOf(AwsVariables.DYNAMODB), url));
      if (kinesis.isPresent()) {
        stream = Optional.of(names.stream());
        String url = Programs.http(ports.get(Port.KINESIS));
        aws.put(AwsVariables.endpointOf(AwsVariables.KINESIS), url);
      }
    }
    if (ownLogin) {
      login.putAll(Programs.loginVariables(ports.get(Port.IDENTITY)));
    } else {
      login.putAll(variables);
      login.keySet().retainAll(LOGIN);
    }
  }

  /** Sends notices to the mail server of this machine; addresses that are set stay. */
  private void addMailSettings() {
    settings.put(NOTIFY, "smtp");
    settings.put("INVENTORY_SMTP_HOST", Ports.HOST);
    settings.put("INVENTORY_SMTP_PORT", String.valueOf(ports.get(Port.SMTP)));
    settings.putIfAbsent("INVENTORY_MAIL_FROM", "inventory@example.com");
    settings.putIfAbsent("INVENTORY_MAIL_PURCHASING", PURCHASING);
    settings.putIfAbsent("INVENTORY_MAIL_OPERATIONS", OPERATIONS);
  }

  private void provision() {
    announce.accept("creating missing resources");
    try (AwsClients clients = AwsClients.of(settings)) {
      new Provisioner(clients).provision(names);
    } catch (SdkException e) {
      throw new LaunchException("AWS cannot be set up: " + e.getMessage(), e);
    }
    settings.putAll(names.environment());
    // The services need no token of their own.
    settings.remove(Variables.TOKEN);
    settings.put(Variables.API, api().toString());
    // Receivers of webhooks on this machine.
    settings.putIfAbsent("INVENTORY_WEBHOOK_HOSTS", Ports.HOST);
    chaos.ifPresent(this::putBetween);
  }

  private void putBetween(Chaos faults) {
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      String variable = AwsVariables.endpointOf(service);
      String endpoint = settings.get(variable);
      if (endpoint == null || !endpoint.startsWith("http:")) {
        throw new LaunchException(
            "chaos needs an AWS that speaks plain HTTP, but %s is %s: use the embedded AWS"
                .formatted(variable, endpoint));
      }
      settings.put(variable, faults.inFrontOf(endpoint));
    }
  }

  private void crash(Service service) throws IOException, InterruptedException {
    services.crash(running.get(service));
  }

  /** Starts some services on what {@link #startBacking} has started. */
  public void startServices(Service... wanted) throws InterruptedException {
    List.of(wanted).forEach(this::begin);
    awaitStart();
  }

  private void begin(Service service) {
    ManagedProcess process =
        process(programs.service(service, ports.get(service.port()), settings));
    running.put(service, process);
    starting.add(services.begin(process));
  }

  private void beginPipe() {
    try (AwsClients clients = AwsClients.of(settings)) {
      new Provisioner(clients).provisionStream(names.stream(), SHARDS);
    }
    Map<String, String> variables = new LinkedHashMap<>(settings);
    variables.putAll(names.streamEnvironment());
    starting.add(services.begin(process(programs.pipe(variables, state.pipeCheckpoint()))));
  }

  private ManagedProcess process(Program program) {
    return new ManagedProcess(program, state.logs());
  }

  private void awaitStart() throws InterruptedException {
    for (Future<?> start : starting) {
      ProcessGroup.await(start);
    }
    starting.clear();
    if (ownLogin) {
      URI issuer = URI.create(login.get(Variables.OIDC_ISSUER));
      login.put(Variables.TOKEN, new AccessTokens(issuer).issue(Access.OPERATE_SCOPE));
    }
  }

  /**
   * Waits until a program ends by itself.
   *
   * @throws LaunchException then, with the end of its log
   */
  public void awaitEnd() throws InterruptedException {
    try {
      ended.get().awaitReady();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The process of a service that was started. */
  public ManagedProcess process(Service service) {
    return running.get(service);
  }

  /** The base URL of a service. */
  public URI url(Service service) {
    return URI.create(Programs.http(ports.get(service.port())));
  }

  /** The base URL of the REST API. */
  public URI api() {
    return URI.create(url(Service.REPORTING) + "/v1");
  }

  /** An operator's access token for the API, if this machine runs the identity server. */
  public String token() {
    return login.get(Variables.TOKEN);
  }

  /** The names of the bucket, the table and the queues. */
  public ResourceNames names() {
    return names;
  }

  /** The stream's name, if there is one. */
  public Optional<String> stream() {
    return stream;
  }

  /** The state folder. */
  public StateFolder state() {
    return state;
  }

  /** The variables that a shell needs to work with this environment. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>(aws);
    variables.putAll(names.environment());
    stream.ifPresent(name -> variables.put(Variables.STREAM, name));
    variables.put(Variables.API, api().toString());
    variables.putAll(login);
    variables.put(Variables.MAIL, state.mail().toString());
    return variables;
  }

  /**
   * Starts the validation of this environment, which must run. The log is with the others.
   *
   * @return the run, which {@link #close} stops
   */
  public Process startValidation() throws IOException {
    Process run = new ValidationWorker(installation, settings).start(state);
    validation = Optional.of(run);
    return run;
  }

  /** Stops all programs; the data stays. */
  @Override
  public void close() {
    crashes.ifPresent(Crashes::close);
    validation.ifPresent(ValidationWorker::stop);
    services.close();
    chaos.ifPresent(Chaos::close);
    backing.close();
  }
}
