package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.order.OrderProposal;
import inventory.model.order.Outflow;
import java.util.Map;
import java.util.Optional;

/**
 * What to order of the items of a notification.
 *
 * @param multiple up to which multiple of its threshold to order an item without a level of its own
 * @param outflows the units that left the stock, of those alerts for which they were read
 */
record Orders(int multiple, Map<AlertId, Outflow> outflows) {

  /** What to order; empty for an item that has recovered. */
  Optional<OrderProposal> of(StockLine line) {
    return line.state() == StockState.OK
        ? Optional.empty()
        : Optional.of(
            new OrderProposal(
                line.level(),
                line.rule(),
                multiple,
                Optional.ofNullable(outflows.get(line.alert()))));
  }
}
