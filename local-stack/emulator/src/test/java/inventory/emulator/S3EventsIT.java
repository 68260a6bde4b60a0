package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.JsonNode;

@Tag("full")
class S3EventsIT {

  private static Clients clients;

  @BeforeAll
  static void connect() {
    clients = new Clients(EmulatorProcess.shared());
  }

  @AfterAll
  static void disconnect() {
    clients.close();
  }

  @Test
  void anAcknowledgedPutIsInTheQueueInS3sForm() {
    String bucket = clients.newVersionedBucket();
    String queue = clients.newQueue();
    clients.announce(bucket, queue);

    Instant before = Instant.now();
    PutObjectResponse put = put(bucket, "in/2026/a b+ü.csv", "hello");

    JsonNode event = clients.receiveEvent(queue);
    assertThat(event.get("eventVersion").asString()).isEqualTo("2.1");
    assertThat(event.get("eventSource").asString()).isEqualTo("aws:s3");
    assertThat(event.get("awsRegion").asString()).isEqualTo("eu-central-1");
    assertThat(event.get("eventName").asString()).isEqualTo("ObjectCreated:Put");
    assertThat(event.get("eventTime").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(Instant.parse(event.get("eventTime").asString()))
        .isBetween(before.minusMillis(1), before.plus(Duration.ofSeconds(30)));
    assertThat(event.at("/s3/configurationId").asString()).isEqualTo("announce");
    assertThat(event.at("/s3/bucket/name").asString()).isEqualTo(bucket);
    assertThat(event.at("/s3/bucket/arn").asString()).isEqualTo("arn:aws:s3:::" + bucket);
    assertThat(event.at("/s3/object/key").asString()).isEqualTo("in/2026/a+b%2B%C3%BC.csv");
    assertThat(event.at("/s3/object/size").asLong()).isEqualTo(5);
    assertThat(event.at("/s3/object/eTag").asString())
        .isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(event.at("/s3/object/versionId").asString()).isEqualTo(put.versionId());
    assertThat(event.at("/s3/object/sequencer").asString()).matches("[0-9A-F]{16,}");
  }

  @Test
  void theSequencerGrowsWithEachPutOfAKey() {
    String bucket = clients.newVersionedBucket();
    String queue = clients.newQueue();
    clients.announce(bucket, queue);

    put(bucket, "a", "1");
    String first = clients.receiveEvent(queue).at("/s3/object/sequencer").asString();
    put(bucket, "a", "2");
    String second = clients.receiveEvent(queue).at("/s3/object/sequencer").asString();

    assertThat(second).hasSameSizeAs(first).isGreaterThan(first);
  }

  @Test
  void aCopyIsTold() {
    String bucket = clients.newBucket();
    String queue = clients.newQueue();
    put(bucket, "from", "hello");
    clients.announce(bucket, queue);

    clients.s3.copyObject(
        b ->
            b.sourceBucket(bucket)
                .sourceKey("from")
                .destinationBucket(bucket)
                .destinationKey("to"));

    JsonNode event = clients.receiveEvent(queue);
    assertThat(event.get("eventName").asString()).isEqualTo("ObjectCreated:Copy");
    assertThat(event.at("/s3/object/key").asString()).isEqualTo("to");
    assertThat(event.at("/s3/object/versionId").isMissingNode()).isTrue();
  }

  @Test
  void onlyKeysThatTheFilterMatchesAreNotified() {
    String bucket = clients.newBucket();
    String queue = clients.newQueue();
    clients.announce(
        bucket,
        queue,
        FilterRule.builder().name("prefix").value("in/").build(),
        FilterRule.builder().name("suffix").value(".csv").build());

    put(bucket, "in/a.txt", "1");
    put(bucket, "out/a.csv", "2");
    put(bucket, "in/ä.csv", "3");

    String key = clients.receiveEvent(queue).at("/s3/object/key").asString();
    assertThat(URLDecoder.decode(key, StandardCharsets.UTF_8)).isEqualTo("in/ä.csv");
  }

  @Test
  void theConfigurationComesBackAndANewOneReplacesIt() {
    String bucket = clients.newBucket();
    String queue = clients.newQueue();
    clients.announce(bucket, queue, FilterRule.builder().name("suffix").value(".csv").build());

    List<QueueConfiguration> configured =
        clients.s3.getBucketNotificationConfiguration(b -> b.bucket(bucket)).queueConfigurations();
    assertThat(configured).hasSize(1);
    assertThat(configured.get(0).queueArn()).endsWith(":" + queue);
    assertThat(configured.get(0).events()).containsExactly(Event.S3_OBJECT_CREATED);
    assertThat(configured.get(0).filter().key().filterRules().get(0).value()).isEqualTo(".csv");

    clients.s3.putBucketNotificationConfiguration(
        b -> b.bucket(bucket).notificationConfiguration(n -> {}));
    put(bucket, "a.csv", "1");
    assertThat(clients.receive(queue)).isEmpty();
  }

  @Test
  void aQueueIsSentATestEventWhenItIsConfigured() {
    String bucket = clients.newBucket();
    String queue = clients.newQueue();
    clients.s3.putBucketNotificationConfiguration(
        b -> b.bucket(bucket).notificationConfiguration(n -> n.queueConfigurations(to(queue))));

    List<JsonNode> messages = clients.receive(queue);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).get("Event").asString()).isEqualTo("s3:TestEvent");
    assertThat(messages.get(0).get("Bucket").asString()).isEqualTo(bucket);
  }

  @Test
  void aMissingQueueIsRefused() {
    String bucket = clients.newBucket();

    assertThatThrownBy(
            () ->
                clients.s3.putBucketNotificationConfiguration(
                    b ->
                        b.bucket(bucket)
                            .notificationConfiguration(n -> n.queueConfigurations(to("absent")))))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("destination configurations")
        .hasMessageContaining("absent");
  }

  @Test
  void anUnsupportedEventIsRefused() {
    String bucket = clients.newBucket();
    String queue = clients.newQueue();
    QueueConfiguration removed = to(queue).toBuilder().events(Event.S3_OBJECT_REMOVED).build();

    assertThatThrownBy(
            () ->
                clients.s3.putBucketNotificationConfiguration(
                    b ->
                        b.bucket(bucket)
                            .notificationConfiguration(n -> n.queueConfigurations(removed))))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("s3:ObjectRemoved:* is not supported");
  }

  private static QueueConfiguration to(String queue) {
    return QueueConfiguration.builder()
        .queueArn("arn:aws:sqs:eu-central-1:000000000000:" + queue)
        .events(Event.S3_OBJECT_CREATED)
        .build();
  }

  private static PutObjectResponse put(String bucket, String key, String content) {
    return clients.s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(content));
  }
}
