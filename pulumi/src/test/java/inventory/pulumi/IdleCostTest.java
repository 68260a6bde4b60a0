package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

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
  void alarmsWatchTwentyEightMetrics() {
    assertThat(stack.ofType("cloudwatch/metricAlarm:MetricAlarm"))
        .hasSize(28)
        .allMatch(alarm -> alarm.at("metricQueries") == null);
  }

  @Test
  void sixQueuesArePolledByMappings() {
    assertThat(stack.ofType("lambda/eventSourceMapping:EventSourceMapping"))
        .filteredOn(mapping -> ((String) mapping.at("eventSourceArn")).contains(":sqs:"))
        .hasSize(6);
  }
}
