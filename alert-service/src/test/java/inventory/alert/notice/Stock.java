package inventory.alert.notice;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;

/** News of stock with a threshold of 10, after one file. */
final class Stock {

  static final String CAUSE = "inventory_files/2026/11/21/20261121120000_inventory.csv";

  private Stock() {}

  static StockNews news(String warehouse, String itemId, String itemName, long level) {
    return new StockNews(
        AlertId.of(new StockKey(warehouse, itemId)),
        itemName,
        BigInteger.valueOf(level),
        10,
        StockState.of(BigInteger.valueOf(level), 10),
        CAUSE);
  }

  static StockNews total(String itemId, String itemName, long level) {
    StockNews one = news("", itemId, itemName, level);
    return new StockNews(
        AlertId.ofTotal(itemId), itemName, one.level(), one.threshold(), one.state(), CAUSE);
  }
}
