package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final Thresholds THRESHOLDS =
      new Thresholds(
          Map.of(
              AlertId.of(new StockKey("Berlin", "a")),
              RestockRule.below(3),
              AlertId.ofTotal("a"),
              new RestockRule(5, Optional.of(50L), Optional.of(6L)),
              AlertId.of(new StockKey("Berlin", "b")),
              RestockRule.below(0)),
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
  void theRuleOfTheWarehouseHasThePackSizeOfTheItemAndItsOwnLevels() {
    assertThat(THRESHOLDS.rule(AlertId.of(new StockKey("Berlin", "a"))))
        .isEqualTo(new RestockRule(3, Optional.empty(), Optional.of(6L)));
    assertThat(THRESHOLDS.rule(AlertId.of(new StockKey("Oslo", "a"))))
        .isEqualTo(new RestockRule(5, Optional.of(50L), Optional.of(6L)));
    assertThat(THRESHOLDS.rule(AlertId.ofTotal("b"))).isEqualTo(RestockRule.below(10));
  }

  @Test
  void theDefaultHoldsForAllOthers() {
    assertThat(THRESHOLDS.of(AlertId.of(new StockKey("Oslo", "b")))).isEqualTo(10);
    assertThat(THRESHOLDS.of(AlertId.ofTotal("b"))).isEqualTo(10);
  }
}
