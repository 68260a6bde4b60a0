package inventory.testkit;

import inventory.stack.DynamoDbPackage;
import inventory.stack.DynamoDbProcess;
import inventory.stack.EmulatorProcess;
import inventory.stack.EmulatorSettings;
import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.MailServerProcess;
import inventory.stack.Ports;
import inventory.stack.Supervised;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * S3, SQS, DynamoDB and SMTP for the tests of a virtual machine: one emulator and one DynamoDB, in
 * memory, started when a test first asks for them, ended with the virtual machine.
 */
public final class EmbeddedAws {

  private static EmbeddedAws running;

  private final Map<String, String> environment;
  private final boolean embedded;
  private final URI smtp;
  private final Path mail;

  private EmbeddedAws(Map<String, String> environment, boolean embedded, URI smtp, Path mail) {
    this.environment = Map.copyOf(environment);
    this.embedded = embedded;
    this.smtp = smtp;
    this.mail = mail;
  }

  /**
   * Creates a bucket, queues and a table that nothing else uses.
   *
   * @throws LaunchException if the emulator is not built or does not start
   */
  public static Resources newResources() {
    EmbeddedAws aws = running();
    AwsClients clients = AwsClients.of(aws.environment);
    ResourceNames names = ResourceNames.unique();
    new Provisioner(clients).provision(names);
    return new Resources(names, clients, aws.environment, aws.smtp, !aws.embedded);
  }

  /** The variables by which every AWS SDK finds it: endpoints, region, keys. */
  public static Map<String, String> environment() {
    return running().environment;
  }

  /** Where e-mails are taken, as {@code smtp://host:port}. */
  public static URI smtp() {
    return running().smtp;
  }

  /** The folder in which each e-mail that was taken is an {@code .eml} file. */
  public static Path mail() {
    return running().mail;
  }

  private static synchronized EmbeddedAws running() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static EmbeddedAws start() {
    try {
      Path folder = Files.createTempDirectory("inventory-emulator");
      Optional<Map<String, String>> other = other(System.getenv());
      return other.isPresent() ? beside(other.get(), folder) : emulator(folder);
    } catch (IOException e) {
      throw new LaunchException("the emulator cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while the emulator started", e);
    }
  }

  private static EmbeddedAws emulator(Path folder) throws IOException, InterruptedException {
    Path mail = folder.resolve("mail");
    EmulatorSettings settings =
        new EmulatorSettings(
            EmulatorSettings.Ports.FREE, Optional.empty(), mail, folder.resolve("emulator.log"));
    Installation installation = Installation.find();
    Optional<String> otherDynamoDb = AwsVariables.otherDynamoDb(System.getenv());
    Map<String, String> dynamoDb =
        otherDynamoDb.isPresent()
            ? Map.of(AwsVariables.endpointOf(AwsVariables.DYNAMODB), otherDynamoDb.get())
            : dynamoDb(installation, folder);
    EmulatorProcess emulator = new EmulatorProcess(installation, settings);
    run(emulator);
    Map<String, String> environment = emulator.environment();
    environment.putAll(dynamoDb);
    return new EmbeddedAws(environment, otherDynamoDb.isEmpty(), emulator.smtp(), mail);
  }

  private static Map<String, String> dynamoDb(Installation installation, Path folder)
      throws IOException, InterruptedException {
    DynamoDbProcess process =
        new DynamoDbProcess(
            DynamoDbPackage.prepare(installation), Ports.free(1).get(0), Optional.empty(), folder);
    run(process);
    return process.environment();
  }

  /** Another AWS has no mailbox to look into: e-mails come to a server of this machine. */
  private static EmbeddedAws beside(Map<String, String> aws, Path folder)
      throws IOException, InterruptedException {
    Path mail = folder.resolve("mail");
    MailServerProcess server =
        new MailServerProcess(Installation.find(), Ports.free(1).get(0), mail, folder);
    run(server);
    return new EmbeddedAws(aws, false, server.smtp(), mail);
  }

  private static void run(Supervised program) throws IOException, InterruptedException {
    Process process = program.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-" + program.name()));
    program.awaitReady(process);
  }

  /**
   * The AWS that tests are to use instead.
   *
   * @throws LaunchException if variables want one and do not say where it is: tests that reach an
   *     account by accident would cost money
   */
  static Optional<Map<String, String>> other(Map<String, String> environment) {
    Optional<Map<String, String>> offered =
        ServiceLoader.load(AwsForTests.class).stream()
            .flatMap(offer -> offer.get().variables().stream())
            .findFirst();
    if (offered.isPresent() || !AwsVariables.isExternal(environment)) {
      return offered;
    }
    Map<String, String> located = AwsVariables.locating(environment);
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      String variable = AwsVariables.endpointOf(service);
      if (!located.containsKey(variable)) {
        throw new LaunchException(
            "INVENTORY_AWS is external, and neither %s nor %s is set: tests want an endpoint"
                .formatted(variable, AwsVariables.ENDPOINT));
      }
    }
    return Optional.of(located);
  }
}
