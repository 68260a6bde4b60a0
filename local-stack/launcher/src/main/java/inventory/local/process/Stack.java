package inventory.local.process;

import inventory.local.aws.AwsClients;
import inventory.local.aws.AwsVariables;
import inventory.local.aws.Provisioner;
import inventory.local.aws.ResourceNames;
import inventory.model.resource.Variables;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** A whole environment on this machine: the services, and the AWS that they use. */
public final class Stack implements AutoCloseable {

  private final Installation installation;
  private final StateFolder state;
  private final StackPorts ports;
  private final ResourceNames names;
  private final Consumer<String> announce;
  // The services end before what they use.
  private final Supervisor backing;
  private final Supervisor services;
  private Map<String, String> aws = Map.of();
  private Map<String, String> settings = Map.of();
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
   * Starts the emulator, creates what is missing in it, and starts the services.
   *
   * @param variables the services' settings; what they say of an AWS is left out
   * @throws LaunchException if something does not start
   */
  public void start(Map<String, String> variables) throws InterruptedException, IOException {
    freeServicePorts();
    Ports.requireFree(ports.emulator());
    EmulatorProcess emulator = new EmulatorProcess(installation, emulatorSettings());
    backing.start(List.of(emulator));
    aws = emulator.environment();
    Map<String, String> environment = AwsVariables.without(variables);
    environment.putAll(aws);
    new MailSettings(emulator.smtp()).addTo(environment);
    startServices(environment);
  }

  private EmulatorSettings emulatorSettings() {
    EmulatorSettings.Ports emulatorPorts =
        new EmulatorSettings.Ports(ports.s3(), ports.sqs(), ports.dynamoDb(), ports.smtp());
    return new EmulatorSettings(
        emulatorPorts,
        Optional.of(state.data()),
        state.mail(),
        state.logs().resolve("emulator.log"));
  }

  /**
   * Creates what is missing in the AWS, or the emulator, that the variables name, and starts the
   * services for it. Without {@code INVENTORY_NOTIFY} e-mails go to a mail server of this machine.
   *
   * @throws LaunchException if something does not start
   */
  public void startExternal(Map<String, String> variables)
      throws InterruptedException, IOException {
    freeServicePorts();
    aws = AwsVariables.locating(variables);
    Map<String, String> environment = new LinkedHashMap<>(variables);
    if (!variables.containsKey(MailSettings.NOTIFY)) {
      Ports.requireFree(Map.of("--port-smtp", ports.smtp()));
      MailServerProcess mail =
          new MailServerProcess(installation, ports.smtp(), state.mail(), state.logs());
      backing.start(List.of(mail));
      new MailSettings(mail.smtp()).addTo(environment);
    }
    startServices(environment);
  }

  private void freeServicePorts() {
    if (Leftovers.end(state.logs()) > 0) {
      announce.accept("ended services that an earlier run, killed, had left");
    }
    Ports.requireFree(ports.services());
  }

  private void startServices(Map<String, String> environment)
      throws InterruptedException, IOException {
    announce.accept("creating what is missing: table, queues, bucket");
    provision(environment);
    environment.putAll(names.environment());
    environment.put(Variables.API, api().toString());
    settings = environment;
    announce.accept("starting the services");
    services.start(
        Arrays.stream(Service.values())
            .map(
                service ->
                    new ServiceProcess(
                        installation, service, ports.of(service), environment, state.logs()))
            .toList());
    EnvironmentFile.write(state.environmentFile(), environment());
  }

  private void provision(Map<String, String> environment) {
    try (AwsClients clients = AwsClients.of(environment)) {
      new Provisioner(clients).provision(names);
    } catch (SdkException e) {
      throw new LaunchException("AWS cannot be set up: " + e.getMessage(), e);
    }
  }

  /** Where the REST API is. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + ports.api() + "/v1");
  }

  /** The bucket, the table and the queues. */
  public ResourceNames names() {
    return names;
  }

  /** The state folder. */
  public StateFolder state() {
    return state;
  }

  /** The variables that a shell needs to work with this environment. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>(aws);
    variables.putAll(names.environment());
    variables.put(Variables.API, api().toString());
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
