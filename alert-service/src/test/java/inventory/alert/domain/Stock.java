package inventory.alert.domain;

import inventory.model.AlertId;
import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;

/** Stock statuses with a threshold of 10, and a current time. */
final class Stock {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final AlertId ALERT = AlertId.of(new StockKey("Berlin", "a1"));
  static final long THRESHOLD = 10;

  private Stock() {}

  static StockStatus of(long level) {
    return of(ALERT, level);
  }

  static StockStatus of(AlertId alert, long level) {
    return of(alert, level, THRESHOLD);
  }

  static StockStatus of(AlertId alert, long level, long threshold) {
    return new StockStatus(alert, "Echo Plus", BigInteger.valueOf(level), threshold, false);
  }

  static StockStatus removed(long level) {
    return new StockStatus(ALERT, "Echo Plus", BigInteger.valueOf(level), THRESHOLD, true);
  }

  static StockStatus removed(AlertId alert) {
    return new StockStatus(alert, alert.itemId(), BigInteger.ZERO, THRESHOLD, true);
  }
}
