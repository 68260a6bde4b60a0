package inventory.validation.rebuild;

import inventory.model.StockKey;
import java.util.Collection;

/** Publishes which levels were corrected, so that alert-service checks them. */
@FunctionalInterface
public interface CorrectionPublisher {

  /** Publishes the levels; returns when that is durable. */
  void publish(Collection<StockKey> corrected);
}
