package inventory.validation.rebuild;

import inventory.model.StockKey;
import java.util.Collection;

/** Tells those who judge levels which ones were corrected. */
@FunctionalInterface
public interface Announcements {

  /** Tells it; returns when that is durable. */
  void tell(Collection<StockKey> corrected);
}
