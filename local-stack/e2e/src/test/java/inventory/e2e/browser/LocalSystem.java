package inventory.e2e.browser;

import inventory.stack.JvmProfile;
import inventory.stack.LocalEnvironment;
import inventory.stack.Port;
import inventory.stack.Service;
import inventory.stack.StateFolder;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;

/** The whole system as {@code ./inventory up} runs it, with its own folder and ports. */
public final class LocalSystem implements AutoCloseable {

  private final StateFolder state;
  private final LocalEnvironment stack;
  private final AwsClients clients;

  /** Starts it; returns when it is ready. */
  public LocalSystem() throws IOException, InterruptedException {
    state = StateFolder.open(Files.createTempDirectory("inventory-browser").toRealPath());
    stack =
        new LocalEnvironment(
            JvmProfile.QUICK_START,
            state,
            Port.free(),
            ResourceNames.of(Map.of()),
            announcement -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    stack.start(withoutSettings());
    clients = AwsClients.of(stack.environment());
  }

  private static Map<String, String> withoutSettings() {
    Map<String, String> variables = new LinkedHashMap<>(System.getenv());
    variables.keySet().removeIf(name -> name.startsWith("INVENTORY_"));
    return variables;
  }

  /** Its programs. */
  public LocalEnvironment stack() {
    return stack;
  }

  /** The URL of the dashboard. */
  public URI page() {
    return stack.api().resolve("/");
  }

  /** Drops a file into the inbox like a warehouse. */
  public void drop(String key, String content) {
    clients
        .s3()
        .putObject(r -> r.bucket(stack.names().bucket()).key(key), RequestBody.fromString(content));
  }

  /** Reads an object in the inbox as text. */
  public String read(String key) {
    return clients
        .s3()
        .getObjectAsBytes(r -> r.bucket(stack.names().bucket()).key(key))
        .asUtf8String();
  }

  /** Clients for its stores and queues. */
  public AwsClients clients() {
    return clients;
  }

  /** Kills the reporting API, as a crash does. */
  void killReports() {
    stack.process(Service.REPORTING).kill();
  }

  /** Starts the reporting API again. */
  void restartReports() throws IOException {
    stack.process(Service.REPORTING).start();
  }

  @Override
  public void close() {
    clients.close();
    stack.close();
    state.remove();
  }
}
