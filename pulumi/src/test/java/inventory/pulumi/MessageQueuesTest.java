package inventory.pulumi;

import static inventory.pulumi.Stack.BUCKET_ARN;
import static inventory.pulumi.Stack.json;
import static inventory.pulumi.Stack.queueArn;
import static inventory.pulumi.Stack.statements;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.resource.Inbox;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import java.util.List;
import java.util.Map;
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
  void ofAllQueuesS3MaySendToTheIngestQueueAloneAndFromTheInboxAlone() {
    stack
        .inputs("aws:sqs/queuePolicy:QueuePolicy")
        .forEach(
            (name, policy) ->
                assertThat(statements(policy.get("policy")))
                    .hasSize(name.equals(Queues.INGEST) ? 2 : 1));

    Map<String, Object> ingest = stack.inputs("aws:sqs/queuePolicy:QueuePolicy").get(Queues.INGEST);
    assertThat(statements(ingest.get("policy")).get(1))
        .isEqualTo(
            json(
                """
                {'Sid': 'AllowNotifications', 'Effect': 'Allow',
                 'Principal': {'Service': 's3.amazonaws.com'}, 'Action': 'sqs:SendMessage',
                 'Resource': '%s', 'Condition': {'ArnEquals': {'aws:SourceArn': '%s'}}}
                """
                    .formatted(queueArn(Queues.INGEST), BUCKET_ARN)));
  }

  @Test
  void newFilesAreToldToTheIngestQueue() {
    List<Map<String, Object>> expected =
        Inbox.INGEST_SUFFIXES.stream()
            .map(
                suffix ->
                    Map.<String, Object>of(
                        "events", List.of("s3:ObjectCreated:*"),
                        "filterSuffix", suffix,
                        "queueArn", queueArn(Queues.INGEST)))
            .toList();

    assertThat(stack.inbox("aws:s3/bucketNotification:BucketNotification").get("queues"))
        .isEqualTo(expected);
  }
}
