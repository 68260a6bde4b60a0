package inventory.testkit;

import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.LocalEnvironment;
import inventory.stack.ManagedProcess;
import inventory.stack.Port;
import inventory.stack.Program;
import inventory.stack.Programs;
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

  /** The endpoints, the region and the keys, as variables that every AWS SDK reads. */
  public static Map<String, String> environment() {
    return running().environment;
  }

  /** The mail server, as {@code smtp://host:port}. */
  public static URI smtp() {
    return running().smtp;
  }

  /** The folder in which each accepted e-mail is an {@code .eml} file. */
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
      Path mail = folder.resolve("mail");
      Programs programs = new Programs(Installation.find());
      Map<Port, Integer> ports = Port.free();
      URI smtp = URI.create("smtp://127.0.0.1:" + ports.get(Port.SMTP));
      Optional<Map<String, String>> other = other(System.getenv());
      if (other.isPresent()) {
        // Tests cannot read the mailbox of another AWS.
        run(programs.mailServer(ports.get(Port.SMTP), mail), folder);
        return new EmbeddedAws(other.get(), false, smtp, mail);
      }
      Map<String, String> environment = Programs.awsVariables(ports);
      Optional<String> otherDynamoDb = AwsVariables.otherDynamoDb(System.getenv());
      if (otherDynamoDb.isPresent()) {
        environment.put(AwsVariables.endpointOf(AwsVariables.DYNAMODB), otherDynamoDb.get());
      } else {
        run(programs.dynamoDb(ports.get(Port.DYNAMODB), Optional.empty()), folder);
      }
      run(programs.emulator(ports, Optional.empty(), mail), folder);
      return new EmbeddedAws(environment, otherDynamoDb.isEmpty(), smtp, mail);
    } catch (IOException e) {
      throw new LaunchException("the emulator cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while the emulator started", e);
    }
  }

  static void run(Program program, Path logs) throws IOException, InterruptedException {
    ManagedProcess process = new ManagedProcess(program, logs);
    process.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop-" + process.name()));
    process.awaitReady();
  }

  /**
   * The AWS that tests use instead of the embedded one.
   *
   * @throws LaunchException if variables ask for one but have no endpoint: tests that reach an
   *     account by accident would cost money
   */
  static Optional<Map<String, String>> other(Map<String, String> environment) {
    if (!LocalEnvironment.isExternal(environment)) {
      return Optional.empty();
    }
    Map<String, String> located = AwsVariables.locating(environment);
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      String variable = AwsVariables.endpointOf(service);
      if (!located.containsKey(variable)) {
        throw new LaunchException(
            "INVENTORY_AWS is external, and neither %s nor %s is set: tests need an endpoint"
                .formatted(variable, AwsVariables.ENDPOINT));
      }
    }
    return Optional.of(located);
  }
}
