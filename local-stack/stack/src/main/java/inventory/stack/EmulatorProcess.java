package inventory.stack;

import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * S3, SQS and the mail server of this machine, a process that ends with the one that started it.
 */
public final class EmulatorProcess implements Supervised {

  /** The module's folder. */
  static final String MODULE = "local-stack/emulator";

  /** The emulator accepts the key that it is started with. */
  private static final String KEY = "inventorylocal";

  /** The region of everything on this machine. */
  static final String REGION = "eu-central-1";

  // Three parts in one process; 240 MB resident with this heap.
  private static final int HEAP_MEGABYTES = 512;

  private final Installation installation;
  private final EmulatorSettings settings;
  private final JvmProfile profile;
  private final LogFile log;
  private volatile Map<String, URI> endpoints = Map.of();

  /** Prepares the process, to start fast; nothing is started. */
  public EmulatorProcess(Installation installation, EmulatorSettings settings) {
    this(installation, settings, JvmProfile.QUICK_START);
  }

  /** Prepares the process; nothing is started. */
  public EmulatorProcess(Installation installation, EmulatorSettings settings, JvmProfile profile) {
    this.installation = installation;
    this.settings = settings;
    this.profile = profile;
    this.log = new LogFile(settings.log());
  }

  @Override
  public String name() {
    return "emulator";
  }

  @Override
  public Process start() throws IOException {
    JavaCommand command =
        new JavaCommand(
            installation.classPath(MODULE),
            profile.options(HEAP_MEGABYTES),
            "inventory.emulator.Emulator",
            arguments());
    Map<String, String> environment = AwsVariables.without(System.getenv());
    environment.putAll(keys());
    return command.toProcess(environment).redirectError(log.open()).start();
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--host", "127.0.0.1"));
    arguments.addAll(List.of("--s3-port", String.valueOf(settings.ports().s3())));
    arguments.addAll(List.of("--sqs-port", String.valueOf(settings.ports().sqs())));
    arguments.addAll(List.of("--smtp-port", String.valueOf(settings.ports().smtp())));
    settings.data().ifPresent(data -> arguments.addAll(List.of("--data", data.toString())));
    arguments.addAll(List.of("--mail", settings.mail().toString(), "--stop-on-stdin-end"));
    return arguments;
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    endpoints = ReadyLine.await(name(), process, log);
  }

  /** The variables by which every AWS SDK finds the emulator, once it is ready. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS)) {
      URI endpoint = endpoints.get(service.toLowerCase(Locale.ROOT));
      variables.put(AwsVariables.endpointOf(service), endpoint.toString());
    }
    variables.putAll(keys());
    return variables;
  }

  /** Where e-mails are taken, once it is ready. */
  public URI smtp() {
    return endpoints.get("smtp");
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(AwsVariables.REGION, REGION);
    keys.put(AwsVariables.ACCESS_KEY_ID, KEY);
    keys.put(AwsVariables.SECRET_ACCESS_KEY, KEY);
    return keys;
  }
}
