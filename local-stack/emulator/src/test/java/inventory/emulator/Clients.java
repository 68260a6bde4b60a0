package inventory.emulator;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SDK's clients of an emulator, and the requests that several tests make. */
final class Clients implements AutoCloseable {

  final S3Client s3;
  final SqsClient sqs;

  Clients(EmulatorProcess emulator) {
    this(emulator, EmulatorProcess.SECRET_KEY);
  }

  Clients(EmulatorProcess emulator, String secretKey) {
    s3 = client(S3Client.builder().forcePathStyle(true), emulator, "s3", secretKey);
    sqs = client(SqsClient.builder(), emulator, "sqs", secretKey);
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(
      AwsClientBuilder<B, C> builder, EmulatorProcess emulator, String service, String secretKey) {
    return builder
        .endpointOverride(emulator.endpoint(service))
        .region(Region.of(EmulatorProcess.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(EmulatorProcess.ACCESS_KEY, secretKey)))
        .build();
  }

  /** Creates a bucket of a new name. */
  String newBucket() {
    String name = "bucket-" + UUID.randomUUID();
    s3.createBucket(b -> b.bucket(name));
    return name;
  }

  /** Creates a bucket of a new name that keeps versions. */
  String newVersionedBucket() {
    String name = newBucket();
    s3.putBucketVersioning(
        b -> b.bucket(name).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    return name;
  }

  /** Creates a queue of a new name; returns the name. */
  String newQueue() {
    String name = "queue-" + UUID.randomUUID();
    sqs.createQueue(b -> b.queueName(name));
    return name;
  }

  /** Announces the bucket's new objects to the queue, and receives the test event. */
  void announce(String bucket, String queue, FilterRule... filters) {
    QueueConfiguration configuration =
        QueueConfiguration.builder()
            .id("announce")
            .queueArn("arn:aws:sqs:eu-central-1:000000000000:" + queue)
            .events(Event.S3_OBJECT_CREATED)
            .filter(f -> f.key(k -> k.filterRules(filters)))
            .build();
    s3.putBucketNotificationConfiguration(
        b -> b.bucket(bucket).notificationConfiguration(n -> n.queueConfigurations(configuration)));
    receive(queue);
  }

  /** Receives and deletes what is in the queue now. */
  List<JsonNode> receive(String queue) {
    String url = sqs.getQueueUrl(b -> b.queueName(queue)).queueUrl();
    List<Message> messages =
        sqs.receiveMessage(b -> b.queueUrl(url).maxNumberOfMessages(10)).messages();
    messages.forEach(m -> sqs.deleteMessage(b -> b.queueUrl(url).receiptHandle(m.receiptHandle())));
    return messages.stream().map(m -> JsonMapper.shared().readTree(m.body())).toList();
  }

  /** The only record of the only message in the queue. */
  JsonNode receiveEvent(String queue) {
    List<JsonNode> messages = receive(queue);
    if (messages.size() != 1 || messages.get(0).get("Records").size() != 1) {
      throw new AssertionError("expected one message of one record in " + queue + ": " + messages);
    }
    return messages.get(0).get("Records").get(0);
  }

  @Override
  public void close() {
    s3.close();
    sqs.close();
  }
}
