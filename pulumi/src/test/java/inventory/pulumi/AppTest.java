package inventory.pulumi;

import static inventory.pulumi.Stack.BUCKET_ARN;
import static inventory.pulumi.Stack.KEY_ARN;
import static inventory.pulumi.Stack.json;
import static inventory.pulumi.Stack.queueArn;
import static inventory.pulumi.Stack.statements;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import inventory.model.resource.Queues;
import inventory.model.resource.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppTest {

  private static Stack stack;

  @BeforeAll
  static void run() {
    stack = Stack.usual();
  }

  @Test
  void theStackHasTheseResourcesAndNoOther() {
    Map<String, Long> counts =
        stack.types().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("aws:kms/key:Key", 1L),
                Map.entry("aws:kms/alias:Alias", 1L),
                Map.entry("aws:s3/bucketV2:BucketV2", 1L),
                Map.entry("aws:s3/bucketVersioningV2:BucketVersioningV2", 1L),
                Map.entry(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:"
                        + "BucketServerSideEncryptionConfigurationV2",
                    1L),
                Map.entry("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", 1L),
                Map.entry("aws:s3/bucketPolicy:BucketPolicy", 1L),
                Map.entry("aws:s3/bucketNotification:BucketNotification", 1L),
                Map.entry("aws:sqs/queue:Queue", 2L * Queues.ALL.size()),
                Map.entry("aws:sqs/queuePolicy:QueuePolicy", 2L * Queues.ALL.size()),
                Map.entry(
                    "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", (long) Queues.ALL.size()),
                Map.entry("aws:dynamodb/table:Table", 1L),
                Map.entry("aws:sns/topic:Topic", 2L),
                Map.entry("aws:sns/topicPolicy:TopicPolicy", 2L),
                Map.entry("aws:sns/topicSubscription:TopicSubscription", 2L)));
  }

  @Test
  void theKeyIsRotatedAndS3MayUseItForThisAccount() {
    Map<String, Object> key = stack.inputs("aws:kms/key:Key").get("inventory");
    JsonArray statements = statements(key.get("policy"));

    assertThat(key).containsEntry("enableKeyRotation", true);
    assertThat(statements.get(0).getAsJsonObject().getAsJsonObject("Principal"))
        .isEqualTo(json("{'AWS': 'arn:aws:iam::" + Stack.ACCOUNT + ":root'}"));
    assertThat(statements.get(1))
        .isEqualTo(
            json(
                """
                {'Sid': 'AllowEncryptedNotifications', 'Effect': 'Allow',
                 'Principal': {'Service': 's3.amazonaws.com'},
                 'Action': ['kms:GenerateDataKey', 'kms:Decrypt'], 'Resource': '*',
                 'Condition': {'StringEquals': {'aws:SourceAccount': '%s'}}}
                """
                    .formatted(Stack.ACCOUNT)));
  }

  @Test
  void everythingAtRestIsUnderOurKey() {
    Stream<Object> keys =
        Stream.of("aws:sqs/queue:Queue", "aws:sns/topic:Topic")
            .flatMap(type -> stack.inputs(type).values().stream())
            .map(inputs -> inputs.get("kmsMasterKeyId"));
    assertThat(keys).hasSize(2 * Queues.ALL.size() + 2).containsOnly(KEY_ARN);

    assertThat(stack.inputs("aws:dynamodb/table:Table").get("inventory"))
        .containsEntry("serverSideEncryption", Map.of("enabled", true, "kmsKeyArn", KEY_ARN));
    assertThat(
            stack
                .inbox(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:"
                        + "BucketServerSideEncryptionConfigurationV2")
                .get("rules"))
        .isEqualTo(
            List.of(
                Map.of(
                    "bucketKeyEnabled",
                    true,
                    "applyServerSideEncryptionByDefault",
                    Map.of("sseAlgorithm", "aws:kms", "kmsMasterKeyId", KEY_ARN))));
  }

  @Test
  void bucketQueuesAndTopicsRefuseWhatComesWithoutTls() {
    assertThat(statements(stack.inbox("aws:s3/bucketPolicy:BucketPolicy").get("policy")).get(0))
        .isEqualTo(requireTls("s3:*", BUCKET_ARN + "','" + BUCKET_ARN + "/*"));

    Map<String, Map<String, Object>> queues = stack.inputs("aws:sqs/queuePolicy:QueuePolicy");
    assertThat(queues.keySet()).isEqualTo(stack.inputs("aws:sqs/queue:Queue").keySet());
    queues.forEach(
        (name, policy) ->
            assertThat(statements(policy.get("policy")).get(0))
                .isEqualTo(requireTls("sqs:*", queueArn(name))));

    Map<String, Map<String, Object>> topics = stack.inputs("aws:sns/topicPolicy:TopicPolicy");
    assertThat(topics).containsOnlyKeys(Topics.PURCHASING, Topics.OPERATIONS);
    topics.forEach(
        (name, policy) ->
            assertThat(statements(policy.get("policy")).get(0))
                .isEqualTo(requireTls("sns:Publish", Stack.arn(name, "aws:sns/topic:Topic"))));
  }

  @Test
  void theInboxKeepsVersionsAndIsClosedToThePublic() {
    assertThat(stack.inbox("aws:s3/bucketVersioningV2:BucketVersioningV2"))
        .containsEntry("versioningConfiguration", Map.of("status", "Enabled"));
    assertThat(stack.inbox("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"))
        .containsEntry("blockPublicAcls", true)
        .containsEntry("blockPublicPolicy", true)
        .containsEntry("ignorePublicAcls", true)
        .containsEntry("restrictPublicBuckets", true);
  }

  private static JsonObject requireTls(String action, String resources) {
    return json(
        """
        {'Sid': 'RequireTls', 'Effect': 'Deny', 'Principal': '*', 'Action': '%s',
         'Resource': ['%s'], 'Condition': {'Bool': {'aws:SecureTransport': 'false'}}}
        """
            .formatted(action, resources));
  }
}
