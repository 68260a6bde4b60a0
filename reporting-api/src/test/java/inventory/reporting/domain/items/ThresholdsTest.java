package inventory.reporting.domain.items;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requirements T2 and T4. */
class ThresholdsTest {

  private static final AlertId IN_BERLIN = AlertId.of(new StockKey("Berlin 1", "a123v5"));
  private static final AlertId IN_BREMEN = AlertId.of(new StockKey("Bremen 4", "a123v5"));
  private static final AlertId EVERYWHERE = AlertId.ofTotal("a123v5");

  @Test
  void aWarehousesOwnComesBeforeTheItemsAndTheItemsBeforeTheDefault() {
    Thresholds thresholds = new Thresholds(Map.of(IN_BERLIN, 0L, EVERYWHERE, 25L), 10);

    assertThat(thresholds.of(IN_BERLIN)).isZero();
    assertThat(thresholds.of(IN_BREMEN)).isEqualTo(25);
    assertThat(thresholds.of(EVERYWHERE)).isEqualTo(25);
    assertThat(thresholds.of(AlertId.ofTotal("other"))).isEqualTo(10);
  }

  @Test
  void aWarehousesOwnSaysNothingOfTheTotal() {
    Thresholds thresholds = new Thresholds(Map.of(IN_BERLIN, 5L), 10);

    assertThat(thresholds.of(EVERYWHERE)).isEqualTo(10);
    assertThat(thresholds.of(IN_BREMEN)).isEqualTo(10);
  }
}
