package inventory.alert.domain;

import inventory.model.AlertId;
import java.util.Optional;

/**
 * Names an item whose level or threshold may have changed; it contains neither value.
 *
 * @param itemId the item's identifier
 * @param warehouse the warehouse; empty for every warehouse that has the item
 */
public record Hint(String itemId, Optional<String> warehouse) {

  /** A hint to check the stock that an alert is about. */
  static Hint at(AlertId alert) {
    return new Hint(alert.itemId(), alert.warehouse());
  }
}
