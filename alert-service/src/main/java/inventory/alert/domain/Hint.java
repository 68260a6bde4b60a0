package inventory.alert.domain;

import inventory.model.AlertId;
import java.util.Optional;

/**
 * Something about an item may have changed: its level, its threshold. Says nothing of either.
 *
 * @param itemId the item's identifier
 * @param warehouse the warehouse; empty for every warehouse that has the item
 */
public record Hint(String itemId, Optional<String> warehouse) {

  /** A hint at what an alert is on. */
  static Hint at(AlertId alert) {
    return new Hint(alert.itemId(), alert.warehouse());
  }
}
