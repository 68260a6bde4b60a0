package inventory.stack.aws;

import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;

/**
 * Creates whatever the system needs and is missing, as {@code shared-model} defines it. Done twice,
 * it changes nothing the second time; data is never touched.
 */
public final class Provisioner {

  private final AwsClients clients;

  /** Provisions where these clients lead. */
  public Provisioner(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * Creates the table, the queues with their dead-letter queues, and the bucket, which announces
   * uploads to the queues of {@link Inbox#ROUTES}.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if AWS refuses or does not answer
   */
  public void provision(ResourceNames names) {
    provisionTable(names.table());
    QueueProvisioner queues = new QueueProvisioner(clients.sqs());
    names.definitions().forEach(queues::provision);
    queues.provision(names.queue(Queues.EVENTS_UNDELIVERED), Queues.RETENTION);
    Map<String, String> arns = new HashMap<>();
    for (Inbox.Route route : Inbox.ROUTES) {
      arns.computeIfAbsent(
          route.queue(), queue -> queues.allowNotifications(names.queue(queue), names.bucket()));
    }
    new BucketProvisioner(clients.s3()).provision(names.bucket(), arns);
  }

  /**
   * Creates a stream, and nothing else; returns when it can be used. One that is there is left as
   * it is.
   *
   * @param shards how many it is to have
   * @throws IllegalStateException if the environment has no Kinesis
   */
  public void provisionStream(String name, int shards) {
    KinesisClient kinesis =
        clients
            .kinesis()
            .orElseThrow(() -> new IllegalStateException("no Kinesis for the stream " + name));
    try {
      kinesis.createStream(r -> r.streamName(name).shardCount(shards));
    } catch (ResourceInUseException e) {
      // It is there.
    }
    kinesis.waiter().waitUntilStreamExists(r -> r.streamName(name));
  }

  /** Creates a table of the single table's shape, and nothing else. */
  public void provisionTable(String name) {
    new TableProvisioner(clients.dynamoDb()).provision(name);
  }
}
