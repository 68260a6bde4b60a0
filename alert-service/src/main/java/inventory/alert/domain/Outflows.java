package inventory.alert.domain;

import inventory.model.AlertId;
import inventory.model.order.Outflow;
import java.util.Collection;
import java.util.Map;

/** Reads how many units left stock during the last days that are closed. */
@FunctionalInterface
public interface Outflows {

  /**
   * The units that left the stock of items, in one warehouse or in all of them.
   *
   * @param scopes at most a few hundred
   * @return may lack some of them: a total over too many warehouses
   */
  Map<AlertId, Outflow> of(Collection<AlertId> scopes);
}
