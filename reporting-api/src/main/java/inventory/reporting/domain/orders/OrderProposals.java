package inventory.reporting.domain.orders;

import inventory.model.AlertId;
import inventory.model.Thresholds;
import inventory.model.order.OrderProposal;
import inventory.model.order.Outflow;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Computes what to order of items. */
public final class OrderProposals {

  private final Outflows outflows;
  private final int multiple;

  /**
   * Reads from these.
   *
   * @param multiple up to which multiple of its threshold to order an item without a level of its
   *     own, 1 or more; the same as alert-service's
   */
  public OrderProposals(Outflows outflows, int multiple) {
    this.outflows = outflows;
    this.multiple = multiple;
  }

  /**
   * What to order.
   *
   * @param levels units in stock, of items in one warehouse or in all of them
   */
  public Map<AlertId, OrderProposal> of(Map<AlertId, BigInteger> levels, Thresholds thresholds) {
    Map<AlertId, Outflow> known = outflows.of(levels.keySet());
    return levels.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                level ->
                    new OrderProposal(
                        level.getValue(),
                        thresholds.rule(level.getKey()),
                        multiple,
                        Optional.ofNullable(known.get(level.getKey())))));
  }
}
