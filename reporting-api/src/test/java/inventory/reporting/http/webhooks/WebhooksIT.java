package inventory.reporting.http.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookSecret;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingApi.Answer;
import inventory.reporting.fixture.ReportingFixture;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String URL = "https://hooks.example.com/a?b=c";
  private static final Instant TIME = Instant.parse("2026-11-29T10:00:00Z");

  private static final List<State> STATES = List.of(State.FAILED, State.DELIVERED, State.PENDING);

  private final ReportingApi api = FIXTURE.api();

  @AfterEach
  void deleteAll() {
    list().forEach(one -> api.ask("DELETE", "/v1/webhooks/" + text(one, "id")));
  }

  @Test
  void anEndpointIsAddedWithASecretThatIsShownOnce() {
    Answer answer = api.post("/webhooks?note=for%20the%20shop", "{\"url\":\"" + URL + "\"}");

    assertThat(answer.status()).isEqualTo(201);
    String secret = text(answer.body(), "secret");
    assertThat(WebhookSecret.problemWith(secret)).isEmpty();
    JsonNode added = answer.body().get("webhook");
    assertThat(text(added, "url")).isEqualTo(URL);
    assertThat(text(added, "format")).isEqualTo("cloudevents");
    assertThat(added.get("types").size()).isEqualTo(5);
    assertThat(text(added, "warehouses")).isEqualTo("*");
    assertThat(added.get("enabled").getBooleanValue()).isTrue();
    assertThat(text(added, "createdBy")).isNotBlank();
    assertThat(text(added, "changedNote")).isEqualTo("for the shop");
    Answer list = api.get("/webhooks");
    assertThat(list.body().get("webhooks").get(0)).isEqualTo(added);
    assertThat(list.text()).doesNotContain("whsec_");
    assertThat(api.get("/webhooks/" + text(added, "id")).text()).doesNotContain("whsec_");
  }

  @Test
  void anEndpointChoosesItsEventsAndFormat() {
    JsonNode added =
        add(
            "{\"url\":\"%s\",\"format\":\"teams\",\"types\":[\"stock.out\",\"stock.out\"],"
                + "\"warehouses\":\"Berlin*\",\"items\":\"a*\",\"description\":\"the chat\"}");

    assertThat(text(added, "format")).isEqualTo("teams");
    assertThat(text(added.get("types").get(0), null)).isEqualTo("stock.out");
    assertThat(added.get("types").size()).isEqualTo(1);
    assertThat(text(added, "warehouses")).isEqualTo("Berlin*");
    assertThat(text(added, "items")).isEqualTo("a*");
    assertThat(text(added, "description")).isEqualTo("the chat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":\"http://hooks.example.com\"}",
        "{\"url\":\"https://127.0.0.1\"}",
        "{\"url\":\"https://user:secret@hooks.example.com\"}",
        "{\"url\":\"https://a.example\",\"format\":\"SLACK\"}",
        "{\"url\":\"https://a.example\",\"types\":[\"webhook.test\"]}",
        "{\"url\":\"https://a.example\",\"types\":[\"stock\"]}",
        "{\"url\":\"https://a.example\",\"warehouses\":\" \"}",
        "{\"url\":\"https://a.example\",\"items\":\"a\\nb\"}"
      })
  void whatIsNotValidIsRefused(String body) {
    assertThat(api.post("/webhooks", body).status()).isEqualTo(400);
    assertThat(list()).isEmpty();
  }

  @Test
  void thereAreAtMostTwenty() {
    for (int i = 0; i < 20; i++) {
      add("{\"url\":\"%s\"}");
    }

    assertThat(api.post("/webhooks", "{\"url\":\"" + URL + "\"}").status()).isEqualTo(409);
    assertThat(list()).hasSize(20);
  }

  @Test
  void anEndpointIsDisabledAndEnabledWithAReason() {
    String id = text(add("{\"url\":\"%s\"}"), "id");
    FIXTURE.webhooks().pause(id, TIME);

    JsonNode disabled = patch(id, "?note=moves", "{\"enabled\":false}").body();
    assertThat(disabled.get("enabled").getBooleanValue()).isFalse();
    assertThat(text(disabled, "changedNote")).isEqualTo("moves");
    assertThat(text(disabled, "pausedUntil")).isEqualTo(TIME.toString());
    // Idempotent: the first reason stays.
    assertThat(patch(id, "?note=again", "{\"enabled\":false}").body()).isEqualTo(disabled);
    assertThat(api.post("/webhooks/" + id + "/test").status()).isEqualTo(409);
    JsonNode enabled = patch(id, "", "{\"enabled\":true}").body();
    assertThat(enabled.get("enabled").getBooleanValue()).isTrue();
    assertThat(enabled.get("pausedUntil").isNull()).isTrue();
    assertThat(enabled.get("failingSince").isNull()).isTrue();
  }

  @Test
  void aSecretIsReplacedAndTheOldOneIsValidForADay() {
    Answer added = api.post("/webhooks", "{\"url\":\"" + URL + "\"}");
    String id = text(added.body().get("webhook"), "id");

    JsonNode rotated = api.post("/webhooks/" + id + "/secret").body();

    assertThat(WebhookSecret.problemWith(text(rotated, "secret"))).isEmpty();
    assertThat(text(rotated, "secret")).isNotEqualTo(text(added.body(), "secret"));
    JsonNode webhook = rotated.get("webhook");
    assertThat(
            Duration.between(
                Instant.parse(text(webhook, "changedAt")),
                Instant.parse(text(webhook, "previousSecretUntil"))))
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aTestIsADeliveryThatIsPendingAndEndsThePause() {
    String id = text(add("{\"url\":\"%s\"}"), "id");
    FIXTURE.webhooks().pause(id, TIME);

    Answer answer = api.post("/webhooks/" + id + "/test");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(text(answer.body(), "type")).isEqualTo("webhook.test");
    assertThat(text(answer.body(), "state")).isEqualTo("PENDING");
    assertThat(deliveries(id, "").get("deliveries").get(0)).isEqualTo(answer.body());
    assertThat(api.get("/webhooks/" + id).body().get("pausedUntil").isNull()).isTrue();
  }

  @Test
  void deliveriesOfAllStatesAreListedNewestFirstPageByPage() {
    String id = text(add("{\"url\":\"%s\"}"), "id");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      State state = STATES.get(i % STATES.size());
      ids.add(0, FIXTURE.webhooks().delivery(id, TIME.plusSeconds(i), state));
    }

    List<String> seen = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page = deliveries(id, "?limit=2" + cursor);
      page.get("deliveries").values().forEach(one -> seen.add(text(one, "id")));
      JsonNode next = page.get("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.getStringValue();
      assertThat(cursors.add(cursor)).isTrue();
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(ids);
    assertThat(deliveries(id, "?state=FAILED").get("deliveries").size()).isEqualTo(4);
  }

  @Test
  void aDeliveryShowsItsAttemptAndIsSentAgain() {
    String id = text(add("{\"url\":\"%s\"}"), "id");
    FIXTURE.webhooks().pause(id, TIME);
    String failed = FIXTURE.webhooks().delivery(id, TIME, State.FAILED);
    String path = "/webhooks/" + id + "/deliveries/" + failed + "/redrive";
    JsonNode shown = deliveries(id, "").get("deliveries").get(0);
    assertThat(text(shown, "state")).isEqualTo("FAILED");
    assertThat(shown.get("responseStatus").getIntValue()).isEqualTo(503);
    assertThat(text(shown, "response")).isEqualTo("try later");
    assertThat(shown.get("nextAttemptAt").isNull()).isTrue();

    Answer answer = api.post(path + "?note=fixed");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(text(answer.body(), "state")).isEqualTo("PENDING");
    assertThat(text(answer.body(), "redrivenNote")).isEqualTo("fixed");
    assertThat(text(answer.body(), "redrivenBy")).isNotBlank();
    assertThat(deliveries(id, "").get("deliveries").size()).isEqualTo(1);
    assertThat(api.get("/webhooks/" + id).body().get("pausedUntil").isNull()).isTrue();
    assertThat(api.post(path).status()).isEqualTo(409);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    String none = "/webhooks/0000000000000000";
    String id = text(add("{\"url\":\"%s\"}"), "id");
    assertThat(api.get(none).status()).isEqualTo(404);
    assertThat(api.get(none + "/deliveries").status()).isEqualTo(404);
    assertThat(api.post(none + "/secret").status()).isEqualTo(404);
    assertThat(api.post(none + "/test").status()).isEqualTo(404);
    assertThat(patch("0000000000000000", "", "{\"enabled\":true}").status()).isEqualTo(404);
    assertThat(api.post("/webhooks/" + id + "/deliveries/x/redrive").status()).isEqualTo(404);
    assertThat(api.ask("DELETE", "/v1/webhooks/" + id).status()).isEqualTo(204);
    assertThat(api.ask("DELETE", "/v1/webhooks/" + id).status()).isEqualTo(404);
  }

  @Test
  void aHostThatTheSettingsAllowMayBePrivate() {
    try (ReportingApi local = FIXTURE.apiWith("inventory.webhook-hosts", "127.0.0.1")) {
      assertThat(local.post("/webhooks", "{\"url\":\"http://127.0.0.1:8099/\"}").status())
          .isEqualTo(201);
    }
  }

  private JsonNode add(String body) {
    Answer answer = api.post("/webhooks", body.formatted(URL));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().get("webhook");
  }

  private Answer patch(String id, String query, String body) {
    return api.call("PATCH", "/v1/webhooks/" + id + query, body, "*/*");
  }

  private JsonNode deliveries(String id, String query) {
    return api.get("/webhooks/" + id + "/deliveries" + query).body();
  }

  private List<JsonNode> list() {
    return StreamSupport.stream(
            api.get("/webhooks").body().get("webhooks").values().spliterator(), false)
        .toList();
  }

  private static String text(JsonNode node, String name) {
    return (name == null ? node : node.get(name)).getStringValue();
  }
}
