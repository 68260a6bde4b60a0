package inventory.testkit;

import inventory.model.resource.Variables;
import inventory.stack.Installation;
import inventory.stack.KinesisPackage;
import inventory.stack.KinesisProcess;
import inventory.stack.KinesisSettings;
import inventory.stack.LaunchException;
import inventory.stack.PipeProcess;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.Provisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * A stream of one test's own, beside its {@link Resources}: in one Kinesis for the whole virtual
 * machine, in memory, started when it is first asked for, ended with the virtual machine.
 */
public final class EmbeddedStream implements AutoCloseable {

  private static KinesisProcess running;

  private final String name;
  private final Map<String, String> environment;
  private final AwsClients clients;

  private EmbeddedStream(String name, Map<String, String> environment, AwsClients clients) {
    this.name = name;
    this.environment = environment;
    this.clients = clients;
  }

  /** Why there can be no stream on this machine, as it has no Node; empty where there can. */
  public static Optional<String> whyMissing() throws InterruptedException {
    try {
      KinesisPackage.prepare(Installation.find());
      return Optional.empty();
    } catch (LaunchException e) {
      return Optional.of("no event stream here: " + e.getMessage());
    }
  }

  /**
   * Creates a stream for these resources.
   *
   * @param shards how many it has at first
   * @throws LaunchException if Kinesis does not start
   */
  public static EmbeddedStream create(Resources resources, int shards) throws InterruptedException {
    return create(resources, running(), shards);
  }

  /**
   * The same in a Kinesis that the test itself starts and ends.
   *
   * @param kinesis is ready
   */
  public static EmbeddedStream create(Resources resources, KinesisProcess kinesis, int shards) {
    String name = resources.stream();
    Map<String, String> environment = new LinkedHashMap<>(resources.environment());
    environment.putAll(kinesis.environment());
    environment.put(Variables.STREAM, name);
    AwsClients clients = AwsClients.of(environment);
    new Provisioner(clients).provisionStream(name, shards);
    return new EmbeddedStream(name, environment, clients);
  }

  private static synchronized KinesisProcess running() throws InterruptedException {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static KinesisProcess start() throws InterruptedException {
    try {
      Path log = Files.createTempDirectory("inventory-kinesis").resolve("kinesis.log");
      KinesisProcess kinesis =
          new KinesisProcess(
              KinesisPackage.prepare(Installation.find()),
              new KinesisSettings(0, Optional.empty(), log));
      Process process = kinesis.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-kinesis"));
      kinesis.awaitReady(process);
      return kinesis;
    } catch (IOException e) {
      throw new LaunchException("Kinesis cannot be started: " + e.getMessage(), e);
    }
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
   * A pipe from the stream to the queue of the resources, not started. One that is started again,
   * after a kill for example, goes on where the checkpoint is.
   *
   * @param folder keeps the checkpoint, and has the log
   */
  public PipeProcess pipe(Path folder) {
    return new PipeProcess(Installation.find(), environment, folder.resolve("checkpoints"), folder);
  }

  /** Closes the clients; the stream stays until Kinesis ends. */
  @Override
  public void close() {
    clients.close();
  }
}
