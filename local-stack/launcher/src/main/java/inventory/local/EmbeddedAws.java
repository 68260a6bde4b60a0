package inventory.local;

import inventory.local.aws.AwsClients;
import inventory.local.aws.Provisioner;
import inventory.local.aws.ResourceNames;
import inventory.local.process.EmulatorProcess;
import inventory.local.process.EmulatorSettings;
import inventory.local.process.Installation;
import inventory.local.process.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * S3, SQS, DynamoDB and SMTP for the tests of a virtual machine: one emulator, in memory, started
 * when it is first asked for, ended with the virtual machine.
 */
public final class EmbeddedAws {

  private static EmbeddedAws running;

  private final EmulatorProcess emulator;
  private final Path mail;

  private EmbeddedAws(EmulatorProcess emulator, Path mail) {
    this.emulator = emulator;
    this.mail = mail;
  }

  /**
   * Creates a bucket, queues and a table that nothing else uses.
   *
   * @throws LaunchException if the emulator is not built or does not start
   */
  public static Resources newResources() {
    EmbeddedAws aws = running();
    AwsClients clients = AwsClients.of(aws.emulator.environment());
    ResourceNames names = ResourceNames.unique();
    new Provisioner(clients).provision(names);
    return new Resources(names, clients, aws.emulator.environment(), aws.emulator.smtp());
  }

  /** The variables by which every AWS SDK finds it: endpoints, region, keys. */
  public static Map<String, String> environment() {
    return running().emulator.environment();
  }

  /** Where e-mails are taken, as {@code smtp://host:port}. */
  public static URI smtp() {
    return running().emulator.smtp();
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
      Path mail = folder.resolve("mail");
      EmulatorSettings settings =
          new EmulatorSettings(
              EmulatorSettings.Ports.FREE, Optional.empty(), mail, folder.resolve("emulator.log"));
      EmulatorProcess emulator = new EmulatorProcess(Installation.find(), settings);
      Process process = emulator.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-emulator"));
      emulator.awaitReady(process);
      return new EmbeddedAws(emulator, mail);
    } catch (IOException e) {
      throw new LaunchException("the emulator cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while the emulator started", e);
    }
  }
}
