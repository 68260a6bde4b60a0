package inventory.reporting.domain.orders;

import inventory.model.AlertId;
import inventory.model.order.Outflow;
import java.util.Collection;
import java.util.Map;

/** Reads the outflow of stock during the last days that are closed. */
@FunctionalInterface
public interface Outflows {

  /**
   * How much left the stock of items, in one warehouse or in all of them. Eventually consistent.
   *
   * @param scopes those after the first thousand are left out
   * @return may lack some of them: a total over too many warehouses
   */
  Map<AlertId, Outflow> of(Collection<AlertId> scopes);
}
