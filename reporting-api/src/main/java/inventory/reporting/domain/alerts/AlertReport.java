package inventory.reporting.domain.alerts;

import inventory.model.order.OrderProposal;
import java.math.BigInteger;

/**
 * An open alert with its current numbers: the dashboard, e-mails and reports show the same ones.
 *
 * @param stockLevel units in the warehouse; for an alert on a total, units in all warehouses
 * @param order what to order, by the same level
 */
public record AlertReport(Alert alert, BigInteger stockLevel, OrderProposal order) {

  /** The threshold in units. */
  public long restockIfBelow() {
    return order.rule().restockIfBelow();
  }
}
