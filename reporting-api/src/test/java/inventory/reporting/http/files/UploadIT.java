package inventory.reporting.http.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inventory.model.resource.Inbox;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final String CONTENT = "store,item,count\nBerlin,Echo Dot,12\n";

  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void whoHasNoCredentialsDropsAFileByTheAddressThatIsGivenOut() throws Exception {
    JsonNode ticket = ticket("Lager Köln (1).CSV", CONTENT.length());

    assertThat(ticket.get("key").getStringValue())
        .matches("inventory_files/\\d{4}/\\d\\d/\\d\\d/\\d{14}_[0-9a-f]{8}_Lager-K-ln-1-\\.csv");
    assertThat(ticket.get("method").getStringValue()).isEqualTo("PUT");
    assertThat(Instant.parse(ticket.get("expiresAt").getStringValue()))
        .isCloseTo(Instant.now().plusSeconds(900), within(1, ChronoUnit.MINUTES));
    assertThat(put(ticket, CONTENT, true).statusCode()).isEqualTo(200);
    assertThat(object(ticket)).isEqualTo(CONTENT);
  }

  @Test
  void listsOfThresholdsOfADayDoNotReplaceEachOther() throws Exception {
    String content = "{\"ThresholdList\":[]}";
    JsonNode ticket = ticket("mine.json", content.length());

    assertThat(ticket.get("key").getStringValue())
        .matches("restock_thresholds/\\d{4}/\\d\\d/\\d\\d/\\d{14}_[0-9a-f]{8}_mine\\.json")
        .startsWith(Inbox.THRESHOLDS_PREFIX);
    assertThat(put(ticket, content, true).statusCode()).isEqualTo(200);
    assertThat(object(ticket)).isEqualTo(content);
    assertThat(ticket("mine.json", content.length()).get("key")).isNotEqualTo(ticket.get("key"));
  }

  @Test
  void aFileOfAnotherSizeOrTypeIsRefused() throws Exception {
    JsonNode ticket = ticket("stock.csv", CONTENT.length());

    assertThat(put(ticket, CONTENT + "Berlin,Echo Plus,1\n", true).statusCode()).isEqualTo(403);
    assertThat(put(ticket, CONTENT, false).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherKeyThanTheSignedOneIsRefused() throws Exception {
    JsonNode ticket = ticket("stock.csv", CONTENT.length());
    String elsewhere = ticket.get("url").getStringValue().replace("_stock.csv", "_other.csv");

    HttpResponse<String> answer =
        browser.send(
            request(elsewhere, ticket, CONTENT, true), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":\"stock.exe\",\"size\":1}', name",
    "'{\"name\":\".csv\",\"size\":1}', name",
    "'{\"name\":\"csv\",\"size\":1}', name",
    "'{\"name\":\"a\\u0000.csv\",\"size\":1}', name",
    "'{\"size\":1}', name",
    "'{\"name\":\"a.csv\"}', size",
    "'{\"name\":\"a.csv\",\"size\":0}', size",
    "'{\"name\":\"a.csv\",\"size\":-1}', size",
    "'{\"name\":\"a.csv\",\"size\":1073741825}', size"
  })
  void whatMayNotBeDroppedIsRefusedWithTheRule(String body, String parameter) {
    ReportingApi.Answer answer = FIXTURE.api().post("/uploads", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.body().get("parameter").getStringValue()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "[]", "{\"name\":[],\"size\":1}", "{\"name\":\"a.csv\",\"size\":\"x\"}"})
  void whatIsNoRequestIsABadOne(String body) {
    ReportingApi.Answer answer = FIXTURE.api().post("/uploads", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  @Test
  void aPageOfThisMachineMayDropFilesAndNoOther() throws Exception {
    JsonNode ticket = ticket("stock.csv", CONTENT.length());

    HttpResponse<String> ours = preflight(ticket, "http://127.0.0.1:8080");
    assertThat(ours.statusCode()).isEqualTo(200);
    assertThat(ours.headers().firstValue("access-control-allow-origin"))
        .contains("http://127.0.0.1:8080");
    assertThat(preflight(ticket, "http://evil.example").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> preflight(JsonNode ticket, String origin)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ticket.get("url").getStringValue()))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("origin", origin)
            .header("access-control-request-method", "PUT")
            .header("access-control-request-headers", "content-type")
            .build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode ticket(String name, int size) {
    ReportingApi.Answer answer =
        FIXTURE.api().post("/uploads", "{\"name\":\"" + name + "\",\"size\":" + size + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }

  private HttpResponse<String> put(JsonNode ticket, String content, boolean withHeaders)
      throws IOException, InterruptedException {
    String url = ticket.get("url").getStringValue();
    return browser.send(
        request(url, ticket, content, withHeaders), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(
      String url, JsonNode ticket, String content, boolean withHeaders) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .PUT(HttpRequest.BodyPublishers.ofString(content))
            .header("origin", "http://127.0.0.1:8080");
    if (withHeaders) {
      ticket
          .get("headers")
          .entries()
          .forEach(header -> request.header(header.getKey(), header.getValue().getStringValue()));
    }
    return request.build();
  }

  private static String object(JsonNode ticket) {
    String key = ticket.get("key").getStringValue();
    return FIXTURE
        .resources()
        .s3()
        .getObjectAsBytes(get -> get.bucket(FIXTURE.resources().bucket()).key(key))
        .asUtf8String();
  }
}
