package inventory.stack;

import inventory.model.resource.Variables;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** A whole environment on this machine: the services, and the AWS that they use. */
public final class Stack implements AutoCloseable {

  private static final int SHARDS = 4;

  private final Installation installation;
  private final StateFolder state;
  private final StackPorts ports;
  private final ResourceNames names;
  private final Consumer<String> announce;
  // The services end before what they use.
  private final Supervisor backing;
  private final Supervisor services;
  private Map<String, String> aws = Map.of();
  private Login login = new Login(Map.of());
  private Map<String, String> settings = Map.of();
  private Optional<String> stream = Optional.empty();
  private volatile Optional<Process> validation = Optional.empty();

  /**
   * Prepares an environment; nothing is started.
   *
   * @param state where it keeps everything
   * @param announce is told in a few words what goes on
   */
  public Stack(
      Installation installation,
      StateFolder state,
      StackPorts ports,
      ResourceNames names,
      Consumer<String> announce) {
    this.installation = installation;
    this.state = state;
    this.ports = ports;
    this.names = names;
    this.announce = announce;
    this.backing = new Supervisor(announce);
    this.services = new Supervisor(announce);
  }

  /**
   * Starts the emulator, DynamoDB and Kinesis, creates what is missing in them, and starts the
   * services.
   *
   * @param variables the services' settings; of AWS's variables only that of another DynamoDB is
   *     used
   * @throws LaunchException if something does not start
   */
  public void start(Map<String, String> variables) throws InterruptedException, IOException {
    Optional<String> otherDynamoDb = AwsVariables.otherDynamoDb(variables);
    Optional<DynamoDbProcess> dynamoDb =
        otherDynamoDb.isPresent() ? Optional.empty() : Optional.of(dynamoDb());
    freeServicePorts();
    Map<String, Integer> wanted = ports.emulator();
    otherDynamoDb.ifPresent(url -> wanted.remove("--port-dynamodb"));
    Ports.requireFree(wanted);
    EmulatorProcess emulator = new EmulatorProcess(installation, emulatorSettings());
    Optional<KinesisProcess> kinesis = kinesis();
    IdentityProcess identity = identity();
    List<Supervised> programs = new ArrayList<>(List.of(emulator, identity));
    dynamoDb.ifPresent(programs::add);
    kinesis.ifPresent(programs::add);
    backing.start(programs);
    login = Login.at(identity);
    aws = emulator.environment();
    dynamoDb.map(DynamoDbProcess::environment).ifPresent(aws::putAll);
    otherDynamoDb.ifPresent(url -> aws.put(AwsVariables.endpointOf(AwsVariables.DYNAMODB), url));
    kinesis.map(KinesisProcess::environment).ifPresent(aws::putAll);
    stream = kinesis.map(process -> names.stream());
    Map<String, String> environment = AwsVariables.without(variables);
    environment.putAll(aws);
    new MailSettings(emulator.smtp()).addTo(environment);
    startServices(environment, stream.isPresent());
  }

  private DynamoDbProcess dynamoDb() throws InterruptedException {
    return new DynamoDbProcess(
        DynamoDbPackage.prepare(installation),
        ports.dynamoDb(),
        Optional.of(state.tables()),
        state.logs());
  }

  private Optional<KinesisProcess> kinesis() throws InterruptedException {
    try {
      KinesisSettings kinesis =
          new KinesisSettings(
              ports.kinesis(), Optional.of(state.stream()), state.logs().resolve("kinesis.log"));
      return Optional.of(new KinesisProcess(KinesisPackage.prepare(installation), kinesis));
    } catch (LaunchException e) {
      announce.accept("no event stream, all else works without it: " + e.getMessage());
      return Optional.empty();
    }
  }

  private EmulatorSettings emulatorSettings() {
    EmulatorSettings.Ports emulatorPorts =
        new EmulatorSettings.Ports(ports.s3(), ports.sqs(), ports.smtp());
    return new EmulatorSettings(
        emulatorPorts,
        Optional.of(state.data()),
        state.mail(),
        state.logs().resolve("emulator.log"));
  }

  /**
   * Creates what is missing in the AWS, or the emulator, that the variables name, and starts the
   * services for it. Without {@code INVENTORY_NOTIFY} e-mails go to a mail server of this machine.
   * Without {@code INVENTORY_OIDC_ISSUER} access tokens are those of an identity server of this
   * machine. Where {@code INVENTORY_STREAM} names a stream, it has a pipe of this machine if an
   * endpoint for it is named, too; in AWS itself there is the managed one.
   *
   * @throws LaunchException if something does not start
   */
  public void startExternal(Map<String, String> variables)
      throws InterruptedException, IOException {
    freeServicePorts();
    aws = AwsVariables.locating(variables);
    login = externalLogin(variables);
    Map<String, String> environment = new LinkedHashMap<>(variables);
    if (!variables.containsKey(MailSettings.NOTIFY)) {
      Ports.requireFree(Map.of("--port-smtp", ports.smtp()));
      MailServerProcess mail =
          new MailServerProcess(installation, ports.smtp(), state.mail(), state.logs());
      backing.start(List.of(mail));
      new MailSettings(mail.smtp()).addTo(environment);
    }
    stream = Optional.ofNullable(variables.get(Variables.STREAM));
    boolean isAws = AwsVariables.endpoint(variables, AwsVariables.KINESIS).isEmpty();
    startServices(environment, stream.isPresent() && !isAws);
  }

  private IdentityProcess identity() {
    return new IdentityProcess(installation, ports.identity(), state.logs());
  }

  private Login externalLogin(Map<String, String> variables) throws InterruptedException {
    Optional<Login> named = Login.named(variables);
    if (named.isPresent()) {
      return named.get();
    }
    IdentityProcess identity = identity();
    backing.start(List.of(identity));
    return Login.at(identity);
  }

  private void freeServicePorts() {
    if (Leftovers.end(state.logs()) > 0) {
      announce.accept("ended services that an earlier run, killed, had left");
    }
    Ports.requireFree(ports.services());
  }

  private void startServices(Map<String, String> environment, boolean withPipe)
      throws InterruptedException, IOException {
    announce.accept(
        "creating what is missing: table, queues, bucket" + (withPipe ? ", stream" : ""));
    provision(environment, withPipe);
    environment.putAll(names.environment());
    login.addTo(environment);
    environment.put(Variables.API, api().toString());
    settings = environment;
    announce.accept("starting the services");
    List<Supervised> programs = new ArrayList<>();
    for (Service service : Service.values()) {
      programs.add(
          new ServiceProcess(installation, service, ports.of(service), environment, state.logs()));
    }
    if (withPipe) {
      programs.add(pipe(environment));
    }
    services.start(programs);
    EnvironmentFile.write(state.environmentFile(), environment());
  }

  private PipeProcess pipe(Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.putAll(names.streamEnvironment());
    return new PipeProcess(installation, variables, state.pipeCheckpoint(), state.logs());
  }

  private void provision(Map<String, String> environment, boolean withStream) {
    try (AwsClients clients = AwsClients.of(environment)) {
      Provisioner provisioner = new Provisioner(clients);
      provisioner.provision(names);
      if (withStream) {
        provisioner.provisionStream(names.stream(), SHARDS);
      }
    } catch (SdkException e) {
      throw new LaunchException("AWS cannot be set up: " + e.getMessage(), e);
    }
  }

  /** Where the REST API is. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + ports.api() + "/v1");
  }

  /** An operator's access token for it, where this machine has the identity server. */
  public String token() {
    return login.variables().get(Variables.TOKEN);
  }

  /** The bucket, the table and the queues. */
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
    variables.putAll(login.variables());
    variables.put(Variables.MAIL, state.mail().toString());
    return variables;
  }

  /**
   * Starts the validation of this environment, once that is started itself. The log is with the
   * others.
   *
   * @return the run, which {@link #close} ends if it is still under way
   */
  public Process startValidation() throws IOException {
    Process run = new ValidationWorker(installation, settings).start(state);
    validation = Optional.of(run);
    return run;
  }

  /** Stops all programs; what they have stored stays. */
  @Override
  public void close() {
    validation.ifPresent(ValidationWorker::stop);
    services.close();
    backing.close();
  }
}
