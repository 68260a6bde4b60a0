package inventory.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.http.TestEndpoints;
import inventory.alert.webhook.ConfiguredEndpoints;
import inventory.model.AlertRecord.Decision;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.PreviousSecret;
import inventory.model.webhook.WebhookSecret;
import inventory.model.webhook.WebhookUrl;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endpoints that the settings name. */
class ConfiguredEndpointsIT {

  private static final String URL = "https://hooks.example.com/a";
  private static final String OTHER = "https://hooks.example.com/b";
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final WebhookSecret FIRST = WebhookSecret.of(new byte[24]);
  private static final WebhookSecret SECOND = WebhookSecret.of(new byte[32]);

  private Resources resources;
  private DynamoDbEndpoints endpoints;

  @BeforeEach
  void start() {
    resources = EmbeddedAws.newResources();
    endpoints = new DynamoDbEndpoints(resources.dynamoDb(), resources.table());
  }

  @AfterEach
  void stop() {
    resources.close();
  }

  @Test
  void whatTheSettingsNameIsAddedAndWhatTheyNoLongerNameIsDeleted() {
    endpoints.create(TestEndpoints.at("operators", "https://hooks.example.com/own"));
    apply(Map.of(URL, FIRST, OTHER, SECOND));
    apply(Map.of(URL, FIRST, OTHER, SECOND));
    assertThat(endpoints.list()).hasSize(3);

    apply(Map.of(URL, FIRST));

    assertThat(endpoints.list())
        .extracting(WebhookEndpoint::url)
        .containsExactlyInAnyOrder("https://hooks.example.com/own", URL);
  }

  @Test
  void aSecretThatDiffersIsReplacedAndTheOldOneStaysForADay() {
    apply(Map.of(URL, FIRST));
    String id = endpoints.list().get(0).id();
    endpoints.disable(id, new Decision(NOW, "ann", "moves"));
    apply(Map.of(URL, SECOND));

    WebhookEndpoint endpoint = endpoints.find(id).orElseThrow();
    assertThat(endpoint.secret()).isEqualTo(SECOND);
    assertThat(endpoint.previous())
        .contains(new PreviousSecret(FIRST, NOW.plus(Duration.ofDays(1))));
    assertThat(endpoint.enabled()).as("an operator's decision stays").isFalse();
  }

  @Test
  void aSettingThatIsNotValidIsRefusedWithoutItsSecret() {
    assertThat(parse("")).isEmpty();
    assertThat(parse(" " + URL + " " + FIRST.text() + "\n" + OTHER + " " + SECOND.text()))
        .isEqualTo(Map.of(URL, FIRST, OTHER, SECOND));
    for (String bad :
        new String[] {
          URL, URL + " whsec_x", "http://a.example " + FIRST.text(), URL + "," + OTHER
        }) {
      assertThatThrownBy(() -> parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("INVENTORY_WEBHOOKS names 'http")
          .hasMessageNotContaining("whsec_x")
          .hasMessageNotContaining(FIRST.text());
    }
  }

  private static Map<String, WebhookSecret> parse(String text) {
    return ConfiguredEndpoints.parse(text, WebhookUrl.allowing("")::problemWith);
  }

  private void apply(Map<String, WebhookSecret> settings) {
    new ConfiguredEndpoints(settings, endpoints, () -> NOW).apply();
  }
}
