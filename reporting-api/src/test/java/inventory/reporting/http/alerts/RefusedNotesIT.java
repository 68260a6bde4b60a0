package inventory.reporting.http.alerts;

import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid acknowledgements and snoozes are refused with a reason and change nothing. */
class RefusedNotesIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant SINCE = Instant.parse("2026-02-15T12:00:00Z");

  private final Instant tomorrow =
      Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
  private final StoredAlerts alerts = FIXTURE.alerts();

  @Test
  void whatIsNotOpenIsNotFound() {
    alerts.recovered(in("Berlin 1", "recovered"));

    for (String alert :
        new String[] {
          "warehouse=Berlin%201&itemId=recovered",
          "warehouse=Berlin%201&itemId=never",
          "itemId=recovered"
        }) {
      for (ReportingApi.Answer answer :
          new ReportingApi.Answer[] {
            FIXTURE.api().post("/alerts/acknowledge?" + alert),
            FIXTURE.api().post("/alerts/snooze?" + alert, until(tomorrow))
          }) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body().get("detail").getStringValue())
            .startsWith("There is no open alert for the item \"");
      }
    }
    assertThat(alerts.alert(in("Berlin 1", "never"))).isEmpty();
    assertThat(alerts.snooze(in("Berlin 1", "recovered"))).isEmpty();
    assertThat(alerts.revision(in("Berlin 1", "recovered"))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"until\":null}",
        "{\"until\":\"\"}",
        "{\"until\":\"tomorrow\"}",
        "{\"until\":\"2099-01-01\"}",
        "{\"until\":\"2026-02-15T12:00:00\"}",
        "{\"until\":\"2020-01-01T00:00:00Z\"}",
        "{\"until\":\"2999-01-01T00:00:00+01:00\"}",
        "{\"until\":5}"
      })
  void aSnoozeWithoutAGoodEndIsRefused(String body) {
    AlertId id = in("Berlin 1", "refused");
    alerts.open(id, StockState.LOW, SINCE);

    ReportingApi.Answer answer =
        FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=refused", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().get("parameter").getStringValue()).isEqualTo("until");
    assertThat(alerts.revision(id)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"tomorrow\"", "{\"until\":{}}"})
  void whatIsNoSnoozeAtAllIsRefused(String body) {
    alerts.open(in("Berlin 1", "garbled"), StockState.LOW, SINCE);

    ReportingApi.Answer answer =
        FIXTURE.api().post("/alerts/snooze?warehouse=Berlin%201&itemId=garbled", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  private static String until(Instant time) {
    return "{\"until\":\"" + time + "\"}";
  }
}
