package inventory.stack.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.resource.QueuePolicy;
import inventory.model.resource.Queues;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceNamesTest {

  @Test
  void withoutVariablesTheNamesAreTheStandardOnes() {
    assertThat(ResourceNames.of(Map.of()).environment())
        .containsEntry("INVENTORY_BUCKET", "inventory-inbox")
        .containsEntry("INVENTORY_TABLE", "inventory")
        .containsEntry("INVENTORY_INGEST_QUEUE", "inventory-ingest")
        .containsEntry("INVENTORY_ALERT_QUEUE", "inventory-alert")
        .containsEntry("INVENTORY_EVENTS_UNDELIVERED_QUEUE", "inventory-events-undelivered")
        .hasSize(3 + Queues.ALL.size());
  }

  @Test
  void theVariablesOfServicesAreReadBackTheSame() {
    ResourceNames unique = ResourceNames.unique();
    Map<String, String> all = new HashMap<>(unique.environment());
    all.putAll(unique.streamEnvironment());
    assertThat(ResourceNames.of(all)).isEqualTo(unique);
    assertThat(ResourceNames.unique()).isNotEqualTo(unique);
  }

  @Test
  void onlyNotificationsOfTheBucketMayBeSentToTheQueue() throws Exception {
    JsonNode statement =
        new ObjectMapper()
            .readTree(QueuePolicy.allowNotifications("arn:queue", "arn:bucket"))
            .get("Statement")
            .get(0);
    assertThat(statement.at("/Effect").asText()).isEqualTo("Allow");
    assertThat(statement.at("/Principal/Service").asText()).isEqualTo("s3.amazonaws.com");
    assertThat(statement.at("/Action").asText()).isEqualTo("sqs:SendMessage");
    assertThat(statement.at("/Resource").asText()).isEqualTo("arn:queue");
    assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn").asText()).isEqualTo("arn:bucket");
  }

  @Test
  void nothingOfTheShellsAwsReachesTheEmbeddedOne() {
    assertThat(
            AwsVariables.without(
                Map.of("AWS_PROFILE", "prod", "AWS_ENDPOINT_URL", "x", "HOME", "h")))
        .isEqualTo(Map.of("HOME", "h"));
  }

  @Test
  void aServicesOwnEndpointComesBeforeTheCommonOne() {
    Map<String, String> variables =
        Map.of("AWS_ENDPOINT_URL", "http://a", "AWS_ENDPOINT_URL_S3", "http://b", "HOME", "h");
    assertThat(AwsVariables.locating(variables))
        .isEqualTo(
            Map.of(
                "AWS_ENDPOINT_URL_S3", "http://b",
                "AWS_ENDPOINT_URL_SQS", "http://a",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://a",
                "AWS_ENDPOINT_URL_KINESIS", "http://a"));
  }
}
