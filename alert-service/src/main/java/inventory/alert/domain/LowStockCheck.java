package inventory.alert.domain;

import inventory.model.StockKey;
import java.util.stream.Stream;

/**
 * Tells purchasing of the items that are low among those that changed (requirement A1), in one
 * notice however many there are.
 */
public final class LowStockCheck {

  private final StockLevels levels;
  private final Notifier notifier;
  private final long threshold;

  /**
   * A check against one threshold.
   *
   * @param levels where the current levels are read
   * @param notifier who is told
   * @param threshold in units; stock below it is low
   */
  public LowStockCheck(StockLevels levels, Notifier notifier, long threshold) {
    this.levels = levels;
    this.notifier = notifier;
    this.threshold = threshold;
  }

  /**
   * Reads the items anew and sends one notice if any is low; none otherwise. Done again, it does
   * the same again.
   *
   * @param cause the key of the file that changed the items
   * @param changed the items, each once
   * @return how many are low
   * @throws RuntimeException if a level could not be read, in which case nothing was sent, or the
   *     notice was not accepted
   */
  public int check(String cause, Stream<StockKey> changed) {
    LowStock low = new LowStock(threshold);
    levels.read(changed, low::add);
    if (low.count() > 0) {
      notifier.notify(LowStockNotice.of(cause, low));
    }
    return low.count();
  }
}
