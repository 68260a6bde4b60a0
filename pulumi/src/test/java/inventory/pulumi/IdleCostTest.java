package inventory.pulumi;

import static inventory.pulumi.Stack.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import inventory.pulumi.cost.Installed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page of costs counts, counted in the program. */
class IdleCostTest {

  private final Declaration stack = Stack.of(Stack.DEV).declaration();

  @Test
  void asManyKeysAndPagesOfMetricsAreDeclaredAsArePaidFor() {
    assertThat(stack.ofType("kms/key:Key")).hasSize(Installed.KEYS);
    assertThat(stack.ofType("cloudwatch/dashboard:Dashboard")).hasSize(Installed.DASHBOARDS);
  }

  @Test
  void asManyMetricsAreWatchedAsArePaidFor() {
    assertThat(
            stack
                .ofType("cloudwatch/metricAlarm:MetricAlarm")
                .mapToLong(IdleCostTest::metrics)
                .sum())
        .isEqualTo(Installed.ALARM_METRICS);
  }

  @Test
  void asManyQueuesAreLookedAtAsArePaidFor() {
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
        .hasSize(Installed.QUEUES);
  }

  /** An expression is no metric, what it is made of is. */
  private static long metrics(Declared alarm) {
    return alarm.at("metricQueries") instanceof List<?> queries
        ? queries.stream().filter(q -> q instanceof Map<?, ?> m && m.get("metric") != null).count()
        : 1;
  }
}
