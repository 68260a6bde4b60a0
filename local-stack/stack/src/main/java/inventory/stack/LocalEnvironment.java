package inventory.stack;

import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  private static final int SHARDS = 4;

  private final Installation installation;
  private final Programs programs;
  private final StateFolder state;
  private final Map<Port, Integer> ports;
  private final ResourceNames names;
  private final Consumer<String> announce;
  // The services stop before what they use.
  private final ProcessGroup backing;
  private final ProcessGroup services;
  private final Map<String, String> aws = new LinkedHashMap<>();
  private final Map<String, String> login = new LinkedHashMap<>();
  private final List<Future<?>> starting = new ArrayList<>();
  private boolean ownLogin;
  private Optional<String> stream = Optional.empty();
  private Map<String, String> settings = Map.of();
  private volatile Optional<Process> validation = Optional.empty();

  /**
   * Prepares an environment; starts nothing.
   *
   * @param state the folder that keeps everything
   * @param announce gets a line for each step
   */
  public LocalEnvironment(
      Installation installation,
      StateFolder state,
      Map<Port, Integer> ports,
      ResourceNames names,
      Consumer<String> announce) {
    this.installation = installation;
    this.programs = new Programs(installation, JvmProfile.QUICK_START, true);
    this.state = state;
    this.ports = ports;
    this.names = names;
    this.announce = announce;
    this.backing = new ProcessGroup(announce);
    this.services = new ProcessGroup(announce);
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
   * Starts the emulator, DynamoDB and Kinesis, creates missing resources in them, and starts the
   * services.
   *
   * @param variables the services' settings; of AWS's variables only that of another DynamoDB is
   *     used
   * @throws LaunchException if something does not start
   */
  public void start(Map<String, String> variables) throws InterruptedException, IOException {
    Optional<String> otherDynamoDb = AwsVariables.otherDynamoDb(variables);
    Optional<Program> dynamoDb =
        otherDynamoDb.isPresent()
            ? Optional.empty()
            : Optional.of(programs.dynamoDb(ports.get(Port.DYNAMODB), Optional.of(state.tables())));
    Optional<Program> kinesis = kinesis();
    Map<Port, Integer> used = new EnumMap<>(ports);
    otherDynamoDb.ifPresent(url -> used.remove(Port.DYNAMODB));
    Ports.requireFree(used);

    aws.putAll(Programs.awsVariables(ports));
    otherDynamoDb.ifPresent(url -> aws.put(AwsVariables.endpointOf(AwsVariables.DYNAMODB), url));
    Future<?> emulator =
        backing.begin(process(programs.emulator(ports, Optional.of(state.data()), state.mail())));
    Optional<Future<?>> dynamoDbStart = dynamoDb.map(this::process).map(backing::begin);
    Optional<Future<?>> kinesisStart = kinesis.map(this::process).map(backing::begin);
    if (kinesis.isPresent()) {
      stream = Optional.of(names.stream());
      aws.put(
          AwsVariables.endpointOf(AwsVariables.KINESIS), Programs.http(ports.get(Port.KINESIS)));
    }
    beginIdentity();
    Map<String, String> environment = AwsVariables.without(variables);
    environment.putAll(aws);
    addMailSettings(environment, ports.get(Port.SMTP));
    if (dynamoDbStart.isPresent()) {
      ProcessGroup.await(dynamoDbStart.get());
    }
    ProcessGroup.await(emulator);
    startServices(environment, kinesisStart);
  }

  private Optional<Program> kinesis() throws InterruptedException {
    try {
      return Optional.of(programs.kinesis(ports.get(Port.KINESIS), Optional.of(state.stream())));
    } catch (LaunchException e) {
      announce.accept("no event stream, everything else works: " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Creates missing resources in the AWS, or the emulator, that the variables name, and starts the
   * services for it. Without {@code INVENTORY_NOTIFY} e-mails go to a mail server of this machine.
   * Without {@code INVENTORY_OIDC_ISSUER} access tokens are those of an identity server of this
   * machine. If {@code INVENTORY_STREAM} names a stream and there is an endpoint for it, a pipe
   * runs on this machine. In AWS itself there is the managed pipe.
   *
   * @throws LaunchException if something does not start
   */
  public void startExternal(Map<String, String> variables)
      throws InterruptedException, IOException {
    Map<Port, Integer> used = new EnumMap<>(ports);
    used.keySet().removeAll(List.of(Port.S3, Port.SQS, Port.DYNAMODB, Port.KINESIS));
    boolean ownMail = !variables.containsKey(NOTIFY);
    boolean namesIssuer = variables.containsKey(Variables.OIDC_ISSUER);
    if (!ownMail) {
      used.remove(Port.SMTP);
    }
    if (namesIssuer) {
      used.remove(Port.IDENTITY);
    }
    Ports.requireFree(used);
    aws.putAll(AwsVariables.locating(variables));
    Map<String, String> environment = new LinkedHashMap<>(variables);
    if (!namesIssuer) {
      beginIdentity();
    } else {
      login.putAll(variables);
      login
          .keySet()
          .retainAll(
              List.of(
                  Variables.OIDC_ISSUER,
                  Variables.OIDC_JWKS,
                  Variables.OIDC_CLIENT_ID,
                  Variables.TOKEN));
    }
    if (ownMail) {
      starting.add(backing.begin(process(programs.mailServer(ports.get(Port.SMTP), state.mail()))));
      addMailSettings(environment, ports.get(Port.SMTP));
    }
    stream = Optional.ofNullable(variables.get(Variables.STREAM));
    boolean isAws = AwsVariables.endpoint(variables, AwsVariables.KINESIS).isEmpty();
    startServices(
        environment,
        stream.isPresent() && !isAws
            ? Optional.of(CompletableFuture.completedFuture(null))
            : Optional.empty());
  }

  private void beginIdentity() {
    starting.add(backing.begin(process(programs.identity(ports.get(Port.IDENTITY)))));
    login.putAll(Programs.loginVariables(ports.get(Port.IDENTITY)));
    ownLogin = true;
  }

  /** Sends notices to the mail server of this machine; addresses that are set stay. */
  public static void addMailSettings(Map<String, String> environment, int smtpPort) {
    environment.put(NOTIFY, "smtp");
    environment.put("INVENTORY_SMTP_HOST", Ports.HOST);
    environment.put("INVENTORY_SMTP_PORT", String.valueOf(smtpPort));
    environment.putIfAbsent("INVENTORY_MAIL_FROM", "inventory@example.com");
    environment.putIfAbsent("INVENTORY_MAIL_PURCHASING", PURCHASING);
    environment.putIfAbsent("INVENTORY_MAIL_OPERATIONS", OPERATIONS);
  }

  private ManagedProcess process(Program program) {
    return new ManagedProcess(program, state.logs());
  }

  private void startServices(Map<String, String> environment, Optional<Future<?>> kinesis)
      throws InterruptedException, IOException {
    announce.accept("creating missing resources");
    try (AwsClients clients = AwsClients.of(environment)) {
      Provisioner provisioner = new Provisioner(clients);
      provisioner.provision(names);
      environment.putAll(names.environment());
      environment.putAll(login);
      // The services need no token of their own.
      environment.remove(Variables.TOKEN);
      environment.put(Variables.API, api().toString());
      settings = environment;
      for (Service service : Service.values()) {
        Program program = programs.service(service, ports.get(service.port()), environment);
        starting.add(services.begin(process(program)));
      }
      if (kinesis.isPresent()) {
        ProcessGroup.await(kinesis.get());
        provisioner.provisionStream(names.stream(), SHARDS);
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.putAll(names.streamEnvironment());
        starting.add(services.begin(process(programs.pipe(variables, state.pipeCheckpoint()))));
      }
    } catch (SdkException e) {
      throw new LaunchException("AWS cannot be set up: " + e.getMessage(), e);
    }
    for (Future<?> start : starting) {
      ProcessGroup.await(start);
    }
    if (ownLogin) {
      URI issuer = URI.create(login.get(Variables.OIDC_ISSUER));
      login.put(Variables.TOKEN, new AccessTokens(issuer).issue(Access.OPERATOR));
    }
    EnvironmentFile.write(state.environmentFile(), environment());
  }

  /** The base URL of the REST API. */
  public URI api() {
    return URI.create(Programs.http(ports.get(Port.API)) + "/v1");
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
    validation.ifPresent(ValidationWorker::stop);
    services.close();
    backing.close();
  }
}
