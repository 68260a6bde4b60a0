package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final Thresholds THRESHOLDS =
      new Thresholds(
          Map.of(
              AlertId.of(new StockKey("Berlin", "a")), 3L,
              AlertId.ofTotal("a"), 5L,
              AlertId.of(new StockKey("Berlin", "b")), 0L),
          10);

  @Test
  void theThresholdOfTheWarehouseHoldsBeforeTheItems() {
    assertThat(THRESHOLDS.of(AlertId.of(new StockKey("Berlin", "a")))).isEqualTo(3);
    assertThat(THRESHOLDS.of(AlertId.of(new StockKey("Berlin", "b")))).isZero();
  }

  @Test
  void theThresholdOfTheItemHoldsBeforeTheDefault() {
    assertThat(THRESHOLDS.of(AlertId.of(new StockKey("Oslo", "a")))).isEqualTo(5);
    assertThat(THRESHOLDS.of(AlertId.ofTotal("a"))).isEqualTo(5);
  }

  @Test
  void theDefaultHoldsForAllOthers() {
    assertThat(THRESHOLDS.of(AlertId.of(new StockKey("Oslo", "b")))).isEqualTo(10);
    assertThat(THRESHOLDS.of(AlertId.ofTotal("b"))).isEqualTo(10);
  }
}
