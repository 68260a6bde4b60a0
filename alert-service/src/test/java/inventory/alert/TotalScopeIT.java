package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts on an item's total, and notifications of recoveries; settings choose both. */
class TotalScopeIT {

  @Test
  void theSumOverAllWarehousesCounts() {
    try (AlertFixture alert =
        new AlertFixture(
            Map.of("inventory.alert-scope", "total", "inventory.notify-recovery", "true"))) {
      alert.send(alert.levels().put("Berlin", "a", "Shirt", "6"));
      alert.awaitHandled();
      alert.send(alert.levels().put("Bremen", "a", "Shirt", "5"));
      alert.awaitHandled();
      alert.send(alert.levels().put("Berlin", "a", "Shirt", "1"));
      alert.awaitHandled();

      assertThat(alert.mails())
          .extracting(Mail::subject)
          .containsExactlyInAnyOrder(
              "Low stock: 1 item in all warehouses",
              "Stock recovered: 1 item in all warehouses",
              "Low stock: 1 item in all warehouses");
      assertThat(alert.levels().alert(AlertId.ofTotal("a")).get("stockLevel").n()).isEqualTo("6");
    }
  }
}
