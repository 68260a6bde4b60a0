package inventory.testkit;

import inventory.model.resource.Queues;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Removes the resources of a test with everything in them. */
public final class Deprovisioner {

  private final AwsClients clients;

  /** Removes where these clients lead. */
  public Deprovisioner(AwsClients clients) {
    this.clients = clients;
  }

  /** Removes the bucket with every version of its objects, the queues, and the table. */
  public void remove(ResourceNames names) {
    removeBucket(clients.s3(), names.bucket());
    List<String> queues = new ArrayList<>(List.of(names.queue(Queues.EVENTS_UNDELIVERED)));
    names
        .definitions()
        .forEach(queue -> queues.addAll(List.of(queue.name(), queue.deadLetterName())));
    queues.forEach(queue -> removeQueue(clients.sqs(), queue));
    clients.dynamoDb().deleteTable(request -> request.tableName(names.table()));
  }

  private static void removeBucket(S3Client s3, String bucket) {
    s3.listObjectVersionsPaginator(request -> request.bucket(bucket)).stream()
        .map(Deprovisioner::objects)
        .filter(objects -> !objects.isEmpty())
        .forEach(
            objects -> s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(objects))));
    s3.deleteBucket(request -> request.bucket(bucket));
  }

  private static List<ObjectIdentifier> objects(ListObjectVersionsResponse page) {
    return Stream.concat(
            page.versions().stream().map(v -> identifier(v.key(), v.versionId())),
            page.deleteMarkers().stream().map(m -> identifier(m.key(), m.versionId())))
        .toList();
  }

  private static ObjectIdentifier identifier(String key, String version) {
    return ObjectIdentifier.builder().key(key).versionId(version).build();
  }

  private static void removeQueue(SqsClient sqs, String name) {
    String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    sqs.deleteQueue(request -> request.queueUrl(url));
  }
}
