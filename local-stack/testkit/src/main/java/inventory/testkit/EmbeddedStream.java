package inventory.testkit;

import inventory.model.resource.Variables;
import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.ManagedProcess;
import inventory.stack.Ports;
import inventory.stack.Program;
import inventory.stack.Programs;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.Provisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * A stream of one test, in addition to its {@link Resources}. One Kinesis in memory serves the
 * virtual machine; it starts when a test first asks for it.
 */
public final class EmbeddedStream implements AutoCloseable {

  private static int running;

  private final String name;
  private final Map<String, String> environment;
  private final AwsClients clients;

  private EmbeddedStream(String name, Map<String, String> environment, AwsClients clients) {
    this.name = name;
    this.environment = environment;
    this.clients = clients;
  }

  /** The reason why this machine cannot have a stream; empty if it can. */
  public static Optional<String> whyMissing() throws InterruptedException {
    try {
      kinesis(0, Optional.empty());
      return Optional.empty();
    } catch (LaunchException e) {
      return Optional.of("no event stream here: " + e.getMessage());
    }
  }

  /**
   * Creates a stream for these resources.
   *
   * @param shards its number of shards at first
   * @throws LaunchException if Kinesis does not start
   */
  public static EmbeddedStream create(Resources resources, int shards) throws InterruptedException {
    return create(resources, running(), shards);
  }

  /**
   * Creates a stream in a Kinesis that the test itself starts and stops.
   *
   * @param kinesisPort the port of a Kinesis that is ready
   */
  public static EmbeddedStream create(Resources resources, int kinesisPort, int shards) {
    String name = resources.stream();
    Map<String, String> environment = new LinkedHashMap<>(resources.environment());
    environment.put(AwsVariables.endpointOf(AwsVariables.KINESIS), Programs.http(kinesisPort));
    environment.put(Variables.STREAM, name);
    AwsClients clients = AwsClients.of(environment);
    new Provisioner(clients).provisionStream(name, shards);
    return new EmbeddedStream(name, environment, clients);
  }

  /**
   * The program that is Kinesis.
   *
   * @param data the folder that keeps the streams; absent for in memory
   */
  public static Program kinesis(int port, Optional<Path> data) throws InterruptedException {
    return new Programs(Installation.find()).kinesis(port, data);
  }

  private static synchronized int running() throws InterruptedException {
    if (running == 0) {
      int port = Ports.free(1).get(0);
      try {
        EmbeddedAws.run(
            kinesis(port, Optional.empty()), Files.createTempDirectory("inventory-kinesis"));
      } catch (IOException e) {
        throw new LaunchException("Kinesis cannot be started: " + e.getMessage(), e);
      }
      running = port;
    }
    return running;
  }

  /** The stream's name. */
  public String name() {
    return name;
  }

  /** All variables that a program needs to find the stream and the resources. */
  public Map<String, String> environment() {
    return new LinkedHashMap<>(environment);
  }

  /** A client of Kinesis, closed with this. */
  public KinesisClient kinesis() {
    return clients.kinesis().orElseThrow();
  }

  /**
   * A pipe from the stream to the queue of the resources, not started. A second start, after a kill
   * for example, continues at the checkpoint.
   *
   * @param folder keeps the checkpoint and the log
   */
  public ManagedProcess pipe(Path folder) {
    Program program =
        new Programs(Installation.find()).pipe(environment, folder.resolve("checkpoints"));
    return new ManagedProcess(program, folder);
  }

  /** Closes the clients; the stream stays until Kinesis ends. */
  @Override
  public void close() {
    clients.close();
  }
}
