package inventory.e2e;

import inventory.chaos.AwsProxy;
import inventory.chaos.Call;
import inventory.chaos.Chaos;
import inventory.chaos.Fault;
import inventory.model.resource.Queues;
import inventory.stack.ManagedProcess;
import inventory.stack.Service;
import inventory.stack.aws.AwsVariables;
import inventory.testkit.EmbeddedAws;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All services behind chaos, alert-service twice, and a place to weaken what they write. */
final class ChaosSystem implements AutoCloseable {

  /** A third of the real timeout, so that messages of killed processes reappear sooner. */
  private static final Duration VISIBILITY = Duration.ofSeconds(10);

  private final Alarms alarms = new Alarms();
  private final Chaos chaos = new Chaos(Path.of("target", "logs", "chaos", "chaos.log"));
  private final AwsProxy weakening;
  private final Deployment deployment;
  private final Inbox inbox;
  private volatile UnaryOperator<String> weakness = UnaryOperator.identity();

  ChaosSystem() throws IOException, InterruptedException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      String variable = AwsVariables.endpointOf(service);
      settings.put(variable, chaos.inFrontOf(EmbeddedAws.environment().get(variable)));
    }
    String tables = AwsVariables.endpointOf(AwsVariables.DYNAMODB);
    weakening = new AwsProxy(URI.create(settings.get(tables)), call -> weakened(call).forward());
    settings.put(tables, weakening.url());
    settings.put("INVENTORY_MAIL_PURCHASING", alarms.purchasing());
    settings.put("INVENTORY_DISPATCH_INTERVAL", "300ms");
    settings.put("INVENTORY_CONSUMERS", "12");
    deployment =
        new Deployment(
            "chaos",
            List.of(
                Service.INGEST, Service.THRESHOLD, Service.ALERT, Service.ALERT, Service.REPORTING),
            settings);
    inbox = new Inbox(deployment.resources());
    for (String queue : List.of(Queues.INGEST, Queues.THRESHOLD, Queues.ALERT, Queues.FILES)) {
      inbox.hideReceivedFor(queue, VISIBILITY);
    }
  }

  private Call weakened(Call call) throws IOException {
    return call.operation().equals("UpdateItem") || call.operation().equals("TransactWriteItems")
        ? call.with(weakness.apply(call.json()))
        : call;
  }

  /**
   * Lets the services work without a safety measure from now on.
   *
   * @param change what becomes of a write, in JSON
   */
  void weaken(UnaryOperator<String> change) {
    weakness = change;
  }

  /**
   * Kills a service as {@code kill -9} does, and starts it again, not waiting until it is ready.
   */
  void crash(Service service) throws IOException {
    ManagedProcess process = deployment.process(service);
    chaos.happened(Fault.KILLED, process.name());
    process.kill();
    process.start();
  }

  /** The faults. */
  Chaos chaos() {
    return chaos;
  }

  /** The services. */
  Deployment services() {
    return deployment;
  }

  /** The bucket and the queues, without faults. */
  Inbox inbox() {
    return inbox;
  }

  /** The mailbox of purchasing. */
  Alarms alarms() {
    return alarms;
  }

  @Override
  public void close() {
    deployment.close();
    weakening.close();
    chaos.close();
  }
}
