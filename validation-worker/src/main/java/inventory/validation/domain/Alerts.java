package inventory.validation.domain;

import inventory.model.StockKey;
import inventory.model.StockState;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The alerts on items in warehouses, and the thresholds from which they follow. */
public interface Alerts {

  /** The thresholds of items in warehouses, in units. */
  Map<StockKey, Long> thresholds(Collection<StockKey> keys);

  /** The states of alerts; {@link StockState#OK} of those that have no record. */
  Map<StockKey, StockState> states(Collection<StockKey> keys);

  /** Visits the open alerts, some at a time. The list is some moments old. */
  void forEachOpen(Consumer<Collection<StockKey>> visitor);

  /** Has alert-service judge items again; returns when that is durable. */
  void judge(Collection<StockKey> keys);
}
