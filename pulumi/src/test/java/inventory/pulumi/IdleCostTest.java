package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** An expression is no metric, what it is made of is. */
  private static long metrics(Declared alarm) {
    return alarm.at("metricQueries") instanceof List<?> queries
        ? queries.stream().filter(q -> q instanceof Map<?, ?> m && m.get("metric") != null).count()
        : 1;
  }
}
