package inventory.pulumi;

import static inventory.pulumi.Stack.BUCKET_ARN;
import static inventory.pulumi.Stack.json;
import static inventory.pulumi.Stack.queueArn;
import static inventory.pulumi.Stack.statements;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageQueuesTest {

  private static Stack stack;

  @BeforeAll
  static void run() {
    stack = Stack.usual();
  }

  @Test
  void eachQueueHandsWhatFailsToItsDeadLetterQueue() {
    Map<String, Map<String, Object>> queues = stack.inputs("aws:sqs/queue:Queue");
    Map<String, Map<String, Object>> allowed =
        stack.inputs("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy");

    for (QueueDefinition definition : Queues.ALL) {
      assertThat(queues.get(definition.name()))
          .containsEntry("name", definition.name())
          .containsEntry(
              "visibilityTimeoutSeconds", (double) definition.visibilityTimeout().toSeconds())
          .containsEntry("messageRetentionSeconds", (double) definition.retention().toSeconds());
      assertThat(json(queues.get(definition.name()).get("redrivePolicy")))
          .isEqualTo(
              json(
                  "{'deadLetterTargetArn': '%s', 'maxReceiveCount': %d}"
                      .formatted(
                          queueArn(definition.deadLetterName()), definition.maxReceiveCount())));
      assertThat(queues.get(definition.deadLetterName()))
          .containsEntry("name", definition.deadLetterName())
          .doesNotContainKey("redrivePolicy");
      assertThat(json(allowed.get(definition.deadLetterName()).get("redriveAllowPolicy")))
          .isEqualTo(
              json(
                  "{'redrivePermission': 'byQueue', 'sourceQueueArns': ['%s']}"
                      .formatted(queueArn(definition.name()))));
    }
  }

  @Test
  void s3MaySendToTheQueuesOfUploadsAloneAndFromTheInboxAlone() {
    Set<String> ofUploads = Set.of(Queues.INGEST, Queues.THRESHOLD);

    stack
        .inputs("aws:sqs/queuePolicy:QueuePolicy")
        .forEach(
            (name, policy) ->
                assertThat(statements(policy.get("policy")))
                    .as(name)
                    .hasSize(ofUploads.contains(name) ? 2 : 1));
    ofUploads.forEach(MessageQueuesTest::assertThatTheInboxMaySendTo);
  }

  private static void assertThatTheInboxMaySendTo(String queue) {
    Map<String, Object> policy = stack.inputs("aws:sqs/queuePolicy:QueuePolicy").get(queue);
    assertThat(statements(policy.get("policy")).get(1))
        .isEqualTo(
            json(
                """
                {'Sid': 'AllowNotifications', 'Effect': 'Allow',
                 'Principal': {'Service': 's3.amazonaws.com'}, 'Action': 'sqs:SendMessage',
                 'Resource': '%s', 'Condition': {'ArnEquals': {'aws:SourceArn': '%s'}}}
                """
                    .formatted(queueArn(queue), BUCKET_ARN)));
  }

  @Test
  void newFilesAreToldToTheQueueOfTheServiceThatTakesThemIn() {
    List<Map<String, Object>> expected =
        List.of(
            route("", ".csv", Queues.INGEST),
            route("", ".CSV", Queues.INGEST),
            route("restock_thresholds/", ".json", Queues.THRESHOLD),
            route("/restock_thresholds/", ".json", Queues.THRESHOLD));

    assertThat(stack.inbox("aws:s3/bucketNotification:BucketNotification").get("queues"))
        .isEqualTo(expected);
  }

  private static Map<String, Object> route(String prefix, String suffix, String queue) {
    return Map.of(
        "events",
        List.of("s3:ObjectCreated:*"),
        "filterPrefix",
        prefix,
        "filterSuffix",
        suffix,
        "queueArn",
        queueArn(queue));
  }
}
