package inventory.reporting.http.recipients;

import static inventory.reporting.fixture.ReportingApi.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.recipients.InvalidRecipientsException;
import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.RecipientRules;
import inventory.model.recipients.dynamodb.DynamoDbRecipientDocuments;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecipientsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String NORTH =
      "{\"reason\":\"a new buyer\",\"rules\":[{\"name\":\"north\",\"warehouses\":[\"Hamburg*\"],"
          + "\"to\":[\"n@example.com\"],\"timeZone\":\"Europe/Berlin\",\"digestAt\":[\"08:00\"],"
          + "\"quietHours\":{\"from\":\"20:00\",\"to\":\"07:00\"},\"remindAfter\":\"90m\","
          + "\"escalateAfter\":\"24h\",\"escalateTo\":[\"head@example.com\"]}]}";

  private final RecipientDocuments documents =
      new DynamoDbRecipientDocuments(FIXTURE.resources().dynamoDb(), FIXTURE.resources().table());

  @Test
  void rulesAreSetWithPersonTimeAndReason() {
    Instant before = Instant.now();

    ReportingApi.Answer answer = put("", NORTH);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    RecipientDocument stored = documents.find().orElseThrow();
    assertThat(stored.json()).isEqualTo(NORTH);
    assertThat(stored.by()).isEqualTo("operator");
    assertThat(stored.at()).isBetween(before.minusMillis(1), Instant.now());
    assertThat(answer.text())
        .isEqualTo(
            "{\"version\":\""
                + stored.version()
                + "\",\"setAt\":\""
                + stored.at()
                + "\",\"setBy\":\"operator\",\"source\":\""
                + stored.source()
                + "\",\"reason\":\"a new buyer\",\"rules\":[{\"name\":\"north\",\"warehouses\":"
                + "[\"Hamburg*\"],\"items\":[\"*\"],\"to\":[\"n@example.com\"],\"timeZone\":"
                + "\"Europe/Berlin\",\"digestAt\":[\"08:00\"],\"quietHours\":{\"from\":\"20:00\","
                + "\"to\":\"07:00\"},\"outOfStockWaits\":false,\"remindAfter\":\"90m\","
                + "\"escalateAfter\":\"1d\",\"escalateTo\":[\"head@example.com\"]}]}");
    assertThat(FIXTURE.api().get("/recipients").text()).isEqualTo(answer.text());
  }

  @Test
  void whatIsReadCanBeSetAgain() throws InvalidRecipientsException {
    put("", "{\"rules\":[{\"name\":\"all\",\"to\":[\"a@example.com\"]}]}");
    RecipientRules rules = RecipientRules.parse(documents.find().orElseThrow().json());
    String read = FIXTURE.api().get("/recipients").text();

    ReportingApi.Answer again =
        put("", "{\"rules\":" + read.substring(read.indexOf("\"rules\":") + 8));

    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(RecipientRules.parse(documents.find().orElseThrow().json())).isEqualTo(rules);
  }

  @Test
  void aChangeOfRulesThatChangedMeanwhileIsRefused() {
    put("", NORTH);
    String version = documents.find().orElseThrow().version();

    assertThat(put("?version=" + encoded(version), "{\"rules\":[]}").status()).isEqualTo(200);
    ReportingApi.Answer late = put("?version=" + encoded(version), NORTH);

    assertThat(late.status()).isEqualTo(409);
    assertThat(documents.find()).map(RecipientDocument::json).contains("{\"rules\":[]}");
  }

  @Test
  void rulesWithProblemsChangeNothingAndTheAnswerNamesEachPlace() {
    put("", NORTH);
    Optional<RecipientDocument> before = documents.find();

    ReportingApi.Answer answer =
        put("", "{\"rules\":[{\"name\":\"a\",\"to\":[\"nobody\"]},\n{\"name\":\"a\"}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("detail").getStringValue())
        .isEqualTo(
            "The rules are not valid: line 1, column 29, rules[1].to[1]: must be an e-mail"
                + " address, such as stock@example.com; line 2, column 9, rules[2].name: another"
                + " rule has this name; names must differ; line 2, column 1, rules[2]: the field"
                + " to is missing");
    assertThat(documents.find()).isEqualTo(before);
  }

  @Test
  void rulesOfAnUploadThatIsNewerThanTheCallStay() {
    RecipientDocument newer =
        new RecipientDocument(NORTH, Instant.now().plus(Duration.ofHours(1)), "", "file");
    Optional<RecipientDocument> before = documents.find();
    assertThat(documents.set(newer)).isTrue();

    assertThat(put("", "{\"rules\":[]}").status()).isEqualTo(409);

    assertThat(documents.find()).contains(newer);
    documents.replace(
        Optional.of(newer.version()),
        before.orElse(new RecipientDocument(NORTH, Instant.EPOCH, "", "file")));
  }

  @Test
  void aViewerReadsTheRulesAndCannotSetThem() {
    Call read = Call.get("/v1/recipients").as(Tokens.viewer());
    Call write =
        new Call(
                "PUT",
                "/v1/recipients",
                Map.of("Content-Type", "application/json"),
                Optional.of(NORTH))
            .as(Tokens.viewer());

    assertThat(FIXTURE.api().call(read).status()).isEqualTo(200);
    assertThat(FIXTURE.api().call(write).status()).isEqualTo(403);
  }

  private static ReportingApi.Answer put(String query, String body) {
    return FIXTURE.api().call("PUT", "/v1/recipients" + query, body, "application/json");
  }
}
