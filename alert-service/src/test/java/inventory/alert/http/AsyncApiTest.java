package inventory.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.webhook.WebhookEventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private final AsyncApi document = new AsyncApi();

  @Test
  void everyTypeOfEventIsDescribedWithAnExample() {
    List<String> described = new ArrayList<>();
    for (Map.Entry<String, JsonNode> message : document.messages().properties()) {
      JsonNode example = message.getValue().at("/examples/0/payload");
      assertThat(example.path("type").asText()).isEqualTo(message.getKey());
      assertThat(document.problems(example)).isEmpty();
      described.add(message.getKey());
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(WebhookEventType.values()).map(WebhookEventType::wireName).toList());
  }

  @Test
  void aBodyWithAnUnknownOrAMissingMemberDoesNotFit() {
    ObjectNode example = document.messages().at("/stock.low/examples/0/payload").deepCopy();
    ((ObjectNode) example.get("data")).put("more", 1);
    assertThat(document.problems(example)).isNotEmpty();
    ((ObjectNode) example.get("data")).remove("more");
    assertThat(document.problems(example)).isEmpty();
    example.remove("sequence");
    assertThat(document.problems(example)).isNotEmpty();
  }
}
