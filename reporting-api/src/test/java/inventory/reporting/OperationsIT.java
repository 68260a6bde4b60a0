package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Health, metrics and problem documents. */
class OperationsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
  void aServiceWithItsTableIsHealthy(String path) {
    ReportingApi.Answer answer = FIXTURE.api().ask("GET", path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("status").getStringValue()).isEqualTo("UP");
  }

  @Test
  void aServiceWithoutItsTableIsAliveAndNotReadyAndFailsAsAProblem() {
    try (ReportingApi lost = FIXTURE.apiOf("no-such-table")) {
      assertThat(lost.ask("GET", "/health/liveness").status()).isEqualTo(200);
      ReportingApi.Answer ready = lost.ask("GET", "/health/readiness");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).contains("\"table\":").contains("\"DOWN\"");

      ReportingApi.Answer failed = lost.get("/warehouses");
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.contentType()).isEqualTo("application/problem+json");
      assertThat(failed.text()).doesNotContain("no-such-table").doesNotContain("Exception");
      assertThat(failed.body().get("detail").getStringValue()).startsWith("An unexpected error.");
    }
  }

  @Test
  void metricsAreThoseOfPrometheus() {
    FIXTURE.api().get("/warehouses");

    ReportingApi.Answer answer = FIXTURE.api().ask("GET", "/prometheus");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("http_server_requests_seconds_count")
        .contains("uri=\"/v1/warehouses\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nothing, 404",
    "GET, /nothing, 404",
    "GET, /warehouses, 404",
    "GET, /v1/warehouses/a, 404",
    "POST, /v1/warehouses, 405",
    "DELETE, /v1/item?itemId=a, 405",
    "PUT, /v1/files, 405",
    "GET, /v1/levels?warehouse=a&limit=0, 400",
    "GET, /v1/levels?warehouse=a&greaterThan=many, 400",
    "GET, /v1/levels?warehouse=a&cursor=x, 400",
    "GET, /v1/levels?warehouse=%20, 400",
    "GET, /v1/movements?itemId=a&limit=1001, 400",
    "GET, /v1/movements?itemId=a&cursor=x, 400",
    "GET, /v1/files?date=yesterday, 400",
    "GET, /v1/files?status=LOST, 400",
    "GET, /v1/files?kind=LETTER, 400",
    "GET, /v1/files?cursor=x, 400",
    "GET, /v1/alerts?state=OK, 400",
    "GET, /v1/alerts?warehouse=%20, 400",
    "GET, /v1/alerts?limit=0, 400",
    "GET, /v1/alerts?cursor=x, 400",
    "POST, /v1/alerts, 405",
    "GET, /v1/alerts/acknowledge?warehouse=a&itemId=b, 405",
    "GET, /v1/alerts/a/b, 404",
    "POST, /v1/alerts/a/acknowledge, 404",
    "GET, /v1/item, 400",
    "GET, /v1/levels, 400",
    "POST, /v1/alerts/acknowledge?warehouse=%20&itemId=b, 400",
    "POST, /v1/alerts/acknowledge?itemId=%01, 400",
    "GET, /v1/beans, 404"
  })
  void everyErrorIsAProblemDocument(String method, String path, int status) {
    ReportingApi.Answer answer = FIXTURE.api().ask(method, path);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().get("status").getIntValue()).isEqualTo(status);
    assertThat(answer.body().get("title").getStringValue()).isNotBlank();
    assertThat(answer.body().get("detail").getStringValue()).isNotBlank();
    assertThat(path).startsWith(answer.body().get("instance").getStringValue());
  }

  @ParameterizedTest
  @CsvSource({
    "/swagger-ui, swagger-initializer.js",
    "/swagger-ui/, swagger-initializer.js",
    "/swagger-ui/index.html, swagger-initializer.js",
    "/swagger-ui/swagger-initializer.js, /v1/openapi.yml",
    "/swagger-ui/swagger-ui-bundle.js, SwaggerUIBundle",
    "/v1/openapi.yml, openapi: 3.1"
  })
  void whoeverWantsToKnowTheApiIsShownIt(String path, String content) {
    ReportingApi.Answer answer = FIXTURE.api().call(Call.get(path));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(content);
  }

  @Test
  void aBadParameterIsNamedWithItsRule() {
    assertThat(FIXTURE.api().get("/levels?warehouse=a&limit=5000").text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":"
                + "\"The parameter limit is \\\"5000\\\"; it must be a whole number from 1 to"
                + " 1000.\",\"instance\":\"/v1/levels\",\"parameter\":\"limit\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "inventory.table, '', INVENTORY_TABLE must be the table's name",
    "inventory.bucket, ' ', INVENTORY_BUCKET must be the inbox bucket's name",
    "inventory.restock-if-below, -1, 'INVENTORY_RESTOCK_IF_BELOW must be 0 or more, not -1'"
  })
  void aServiceWithABadSettingDoesNotStart(String property, String value, String message) {
    assertThatThrownBy(() -> new ReportingApi(Map.of(property, value)))
        .hasStackTraceContaining(message);
  }
}
