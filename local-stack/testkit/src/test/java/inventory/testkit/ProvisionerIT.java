package inventory.testkit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.resource.Inbox;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.QueueProvisioner;
import inventory.stack.aws.ResourceNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("full")
class ProvisionerIT {

  private static Resources resources;

  @BeforeAll
  static void provision() {
    resources = EmbeddedAws.newResources();
  }

  @AfterAll
  static void close() {
    resources.close();
  }

  @Test
  void theTableHasTheKeysAndTheIndexesOfTheSharedModel() {
    TableDescription table =
        resources.dynamoDb().describeTable(r -> r.tableName(resources.table())).table();
    assertThat(names(table.keySchema())).containsExactly("pk", "sk");
    Map<String, GlobalSecondaryIndexDescription> indexes =
        table.globalSecondaryIndexes().stream()
            .collect(toMap(GlobalSecondaryIndexDescription::indexName, index -> index));
    assertThat(indexes).containsOnlyKeys("gsi1", "gsi2");
    assertThat(names(indexes.get("gsi1").keySchema())).containsExactly("gsi1pk", "gsi1sk");
    assertThat(indexes.get("gsi1").projection().projectionType()).isEqualTo(ProjectionType.ALL);
    assertThat(names(indexes.get("gsi2").keySchema())).containsExactly("gsi2pk", "gsi2sk");
    assertThat(indexes.get("gsi2").projection().projectionType())
        .isEqualTo(ProjectionType.KEYS_ONLY);
  }

  @Test
  void everyQueueHasADeadLetterQueueWithTheDefinedLimits() {
    for (QueueDefinition standard : Queues.ALL) {
      QueueDefinition queue = standard.named(resources.queue(standard.name()));
      // The validation may take a message again and again, and puts away itself what it cannot
      // read.
      int receives = standard.name().equals(Queues.VALIDATION) ? 1000 : 5;
      Map<String, String> attributes = attributes(queue.name());
      assertThat(attributes).containsEntry("VisibilityTimeout", "30");
      assertThat(attributes.get("RedrivePolicy"))
          .contains(attributes(queue.deadLetterName()).get("QueueArn"))
          .matches(".*\"maxReceiveCount\" *: *\"?" + receives + "\"?\\D.*");
    }
  }

  @Test
  void aQueueWhoseOrderMattersIsFifoAndSoIsItsDeadLetterQueue() {
    QueueDefinition validation =
        standard(Queues.VALIDATION).named(resources.queue(Queues.VALIDATION));
    assertThat(attributes(validation.name())).containsEntry("FifoQueue", "true");
    assertThat(attributes(validation.deadLetterName())).containsEntry("FifoQueue", "true");
    assertThat(validation.deadLetterName()).endsWith("-dlq.fifo");

    String runs = resources.queue(Queues.RUNS);
    assertThat(attributes(runs).getOrDefault("FifoQueue", "false")).isEqualTo("false");
  }

  @Test
  void aMessageThatFailsMakesWayForTheNextOfItsGroup() {
    QueueDefinition twice =
        new QueueDefinition(
            resources.queue(Queues.VALIDATION).replace("validation", "twice"),
            Queues.VISIBILITY,
            2,
            Queues.RETENTION);
    new QueueProvisioner(resources.sqs()).provision(twice);
    String queue = resources.queueUrl(twice.name());
    for (String body : List.of("poison", "next")) {
      resources
          .sqs()
          .sendMessage(
              r ->
                  r.queueUrl(queue)
                      .messageGroupId("files")
                      .messageDeduplicationId(body)
                      .messageBody(body));
    }

    for (int receive = 1; receive <= 2; receive++) {
      assertThat(receiveOne(queue)).as("receive %d", receive).containsExactly("poison");
    }

    assertThat(receiveOne(queue)).containsExactly("next");
    assertThat(receiveOne(resources.queueUrl(twice.deadLetterName()))).containsExactly("poison");
  }

  private static QueueDefinition standard(String name) {
    return Queues.ALL.stream().filter(queue -> queue.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theBucketKeepsVersionsAndAnnouncesUploads() {
    assertThat(resources.s3().getBucketVersioning(r -> r.bucket(resources.bucket())).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(notifications())
        .extracting(queue -> values(queue.filter().key().filterRules()))
        .containsExactlyInAnyOrderElementsOf(
            Inbox.ROUTES.stream()
                .map(
                    route ->
                        route.prefix().isEmpty()
                            ? List.of(route.suffix())
                            : List.of(route.prefix(), route.suffix()))
                .toList())
        .hasSize(41)
        .contains(
            List.of(".csv"),
            List.of(".CSV"),
            List.of(".cSv"),
            List.of("restock_thresholds/", ".json"),
            List.of("/restock_thresholds/", ".json"),
            List.of("restock_thresholds/", ".JSON"),
            List.of("/restock_thresholds/", ".jSoN"),
            List.of("settings/recipients.json", ".json"))
        .doesNotHaveDuplicates();
  }

  private static List<String> values(List<FilterRule> rules) {
    return rules.stream().map(FilterRule::value).toList();
  }

  @Test
  void recordsThatAreOfNoUseForEverExpire() {
    TimeToLiveDescription expiry =
        resources
            .dynamoDb()
            .describeTimeToLive(r -> r.tableName(resources.table()))
            .timeToLiveDescription();

    assertThat(expiry.attributeName()).isEqualTo("expiresAt");
    assertThat(expiry.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
  }

  @Test
  void provisioningTwiceChangesNothing() {
    Map<String, String> keys = Map.of("pk", "WAREHOUSE#a", "sk", "LEVEL#b");
    resources
        .dynamoDb()
        .putItem(
            r ->
                r.tableName(resources.table())
                    .item(
                        keys.entrySet().stream()
                            .collect(
                                toMap(
                                    Map.Entry::getKey, e -> AttributeValue.fromS(e.getValue())))));
    Map<String, String> before = attributes(resources.queue(Queues.INGEST));
    List<QueueConfiguration> notificationsBefore = notifications();

    try (AwsClients clients = AwsClients.of(resources.environment())) {
      new Provisioner(clients).provision(ResourceNames.of(resources.environment()));
    }

    assertThat(resources.dynamoDb().scan(r -> r.tableName(resources.table())).count()).isEqualTo(1);
    Map<String, String> after = attributes(resources.queue(Queues.INGEST));
    assertThat(after).isEqualTo(before);
    assertThat(notifications()).isEqualTo(notificationsBefore);
  }

  @Test
  void aMessageThatIsNeverDeletedEndsInTheDeadLetterQueue() {
    String queue = resources.queueUrl(resources.queue(Queues.ALERT));
    String deadLetters = resources.queueUrl(resources.queue(Queues.ALERT) + "-dlq");
    resources.sqs().sendMessage(r -> r.queueUrl(queue).messageBody("poison"));

    for (int receive = 1; receive <= 5; receive++) {
      assertThat(receive(queue)).as("receive %d", receive).containsExactly("poison");
    }

    assertThat(receive(queue)).isEmpty();
    assertThat(receive(deadLetters)).containsExactly("poison");
  }

  @Test
  void anUploadIsAnnouncedOnItsOwnQueueAlone() {
    try (Resources others = EmbeddedAws.newResources()) {
      resources
          .s3()
          .putObject(
              r -> r.bucket(resources.bucket()).key("day/a b+ü.csv"), RequestBody.fromString("x"));
      String own = resources.queueUrl(resources.queue(Queues.INGEST));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(receive(own))
                      .anySatisfy(body -> assertThat(body).contains("day/a+b%2B%C3%BC.csv")));
      assertThat(receive(others.queueUrl(others.queue(Queues.INGEST))))
          .noneSatisfy(body -> assertThat(body).contains("day/"));
    }
  }

  private static List<String> names(List<KeySchemaElement> keys) {
    return keys.stream().map(KeySchemaElement::attributeName).toList();
  }

  private static List<QueueConfiguration> notifications() {
    return resources
        .s3()
        .getBucketNotificationConfiguration(r -> r.bucket(resources.bucket()))
        .queueConfigurations();
  }

  private static Map<String, String> attributes(String queue) {
    return resources
        .sqs()
        .getQueueAttributes(
            r -> r.queueUrl(resources.queueUrl(queue)).attributeNames(QueueAttributeName.ALL))
        .attributes()
        .entrySet()
        .stream()
        .filter(e -> e.getKey() != QueueAttributeName.LAST_MODIFIED_TIMESTAMP)
        .collect(toMap(e -> e.getKey().toString(), Map.Entry::getValue));
  }

  /** Receives once; what was received can be received again at once. */
  private static List<String> receive(String queueUrl) {
    return receive(queueUrl, 10);
  }

  private static List<String> receiveOne(String queueUrl) {
    return receive(queueUrl, 1);
  }

  private static List<String> receive(String queueUrl, int atMost) {
    List<Message> messages =
        resources
            .sqs()
            .receiveMessage(
                r ->
                    r.queueUrl(queueUrl)
                        .maxNumberOfMessages(atMost)
                        .waitTimeSeconds(1)
                        .visibilityTimeout(0))
            .messages();
    return messages.stream().map(Message::body).toList();
  }
}
