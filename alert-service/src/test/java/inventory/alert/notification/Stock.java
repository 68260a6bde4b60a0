package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;

/** Stock events with a threshold of 10, from one file. */
final class Stock {

  static final String CAUSE = "inventory_files/2026/11/21/20261121120000_inventory.csv";

  private Stock() {}

  static StockLine event(String warehouse, String itemId, String itemName, long level) {
    return new StockLine(
        AlertId.of(new StockKey(warehouse, itemId)),
        itemName,
        BigInteger.valueOf(level),
        RestockRule.below(10),
        StockState.of(BigInteger.valueOf(level), 10),
        CAUSE);
  }

  static StockLine total(String itemId, String itemName, long level) {
    StockLine one = event("", itemId, itemName, level);
    return new StockLine(
        AlertId.ofTotal(itemId), itemName, one.level(), one.rule(), one.state(), CAUSE);
  }
}
