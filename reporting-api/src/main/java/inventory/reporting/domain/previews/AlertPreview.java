package inventory.reporting.domain.previews;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.recipients.RecipientRule;
import java.math.BigInteger;
import java.util.List;

/**
 * A change of an alert of which people would be notified.
 *
 * @param from the state of the alert now
 * @param to the state that stock would reach; {@code OK} is a recovery, which only digests report
 *     unless the settings say otherwise
 * @param level units
 * @param restockIfBelow the threshold, in units
 * @param rules the rules about it; if there are none, purchasing is notified
 */
public record AlertPreview(
    AlertId alert,
    StockState from,
    StockState to,
    BigInteger level,
    long restockIfBelow,
    List<RecipientRule> rules) {

  /** Copies the list. */
  public AlertPreview {
    rules = List.copyOf(rules);
  }
}
