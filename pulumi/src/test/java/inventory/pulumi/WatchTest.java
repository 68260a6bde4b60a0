package inventory.pulumi;

import static inventory.pulumi.Stack.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hourly look at the latest validation run. */
class WatchTest {

  @ParameterizedTest
  @CsvSource({
    "05:00, COMPLETED, 2026-11-29T03:00:02Z, 2026-11-29T03:10:00.123456789Z, true",
    // Resumed after midnight.
    "05:00, COMPLETED, 2026-11-28T03:00:02Z, 2026-11-29T03:10:00Z, true",
    // It did not start today.
    "05:00, COMPLETED, 2026-11-28T03:00:02Z, 2026-11-28T03:10:00Z, false",
    "04:00, COMPLETED, 2026-11-28T03:00:02Z, 2026-11-28T03:10:00Z, true",
    "06:00, COMPLETED, 2026-11-29T03:00:02Z, 2026-11-29T05:30:00Z, true",
    "05:00, FAILED, 2026-11-29T03:00:02Z, 2026-11-29T03:10:00Z, false",
    "17:00, FAILED, 2026-11-29T03:00:02Z, 2026-11-29T03:10:00Z, false",
  })
  void aRunThatHasEndedIsWellIfItCompletedToday(
      String time, String state, String startedAt, String endedAt, boolean isWell) {
    assertThat(isWell(time, List.of(run(state, startedAt, "endedAt", endedAt)))).isEqualTo(isWell);
  }

  @ParameterizedTest
  @CsvSource({
    "05:00, 2026-11-29T04:00:00.5Z, true",
    "05:00, 2026-11-29T03:59:59.9Z, false",
    "23:00, 2026-11-29T22:30:00Z, true",
    "04:00, 2026-11-29T03:00:00Z, true",
  })
  void aRunInProgressIsWellIfItMadeProgressInTheLastHour(
      String time, String progressAt, boolean isWell) {
    assertThat(
            isWell(time, List.of(run("RUNNING", "2026-11-28T03:00:00Z", "progressAt", progressAt))))
        .isEqualTo(isWell);
  }

  @Test
  void aRunWithoutProgressIsJudgedByItsStart() {
    Map<String, Object> run = run("RUNNING", "2026-11-29T03:00:00Z", "reason", "none");

    assertThat(isWell("04:00", List.of(run))).isTrue();
    assertThat(isWell("05:00", List.of(run))).isFalse();
  }

  /** A stack that was created at noon has its first run on the next day. */
  @Test
  void theFirstRunIsDueAtFive() {
    assertThat(isWell("12:00", List.of())).isTrue();
    assertThat(isWell("05:00", List.of())).isFalse();
  }

  private static Map<String, Object> run(
      String state, String startedAt, String attribute, String value) {
    return Map.of(
        "state",
        Map.of("S", state),
        "startedAt",
        Map.of("S", startedAt),
        attribute,
        Map.of("S", value));
  }

  private static boolean isWell(String time, List<Map<String, Object>> runs) {
    JsonObject choice =
        json(Stack.of(Stack.PROD)
                .inputs("sfn/stateMachine:StateMachine", "inventory-validation-watch")
                .get("definition"))
            .getAsJsonObject("States")
            .getAsJsonObject("IsWell")
            .getAsJsonArray("Choices")
            .get(0)
            .getAsJsonObject();
    assertThat(choice.get("Next").getAsString()).isEqualTo("Well");
    String condition = choice.get("Condition").getAsString();
    assertThat(condition).startsWith("{% ").endsWith(" %}");
    Jsonata expression = Jsonata.jsonata(condition.substring(3, condition.length() - 3));
    Jsonata.Frame frame = expression.createFrame();
    frame.bind(
        "states",
        new HashMap<>(Map.of("input", Map.of("at", "2026-11-29T" + time + ":00Z", "runs", runs))));
    return (boolean) expression.evaluate(null, frame);
  }
}
