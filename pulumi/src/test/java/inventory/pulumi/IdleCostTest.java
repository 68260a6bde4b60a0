package inventory.pulumi;

import static inventory.pulumi.Stack.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The quantities on which the idle cost in {@code docs/cost.md} is based. */
class IdleCostTest {

  private final Declaration stack = Stack.of(Stack.DEV).declaration();

  @Test
  void twoKeysAndOneDashboardAreDeclared() {
    assertThat(stack.ofType("kms/key:Key")).hasSize(2);
    assertThat(stack.ofType("cloudwatch/dashboard:Dashboard")).hasSize(1);
  }

  @Test
  void alarmsWatchFiftyThreeMetrics() {
    assertThat(
            stack
                .ofType("cloudwatch/metricAlarm:MetricAlarm")
                .mapToLong(IdleCostTest::metrics)
                .sum())
        .isEqualTo(53);
  }

  @Test
  void sixQueuesAreCheckedOnceAMinute() {
    JsonObject states =
        json(stack.find("sfn/stateMachine:StateMachine", "inventory-due-work").at("definition"))
            .getAsJsonObject("States");

    assertThat(stack.find("scheduler/schedule:Schedule", "inventory-due-work").inputs())
        .containsEntry("scheduleExpression", "rate(1 minute)");
    assertThat(
            states
                .getAsJsonObject("Queues")
                .getAsJsonObject("Result")
                .getAsJsonArray("queues")
                .asList())
        .hasSize(6);
  }

  /** An expression does not count as a metric; the metrics it uses do. */
  private static long metrics(Declared alarm) {
    return alarm.at("metricQueries") instanceof List<?> queries
        ? queries.stream().filter(q -> q instanceof Map<?, ?> m && m.get("metric") != null).count()
        : 1;
  }
}
