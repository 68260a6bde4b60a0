package inventory.reporting.domain.thresholds;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.RestockRule;
import inventory.model.ThresholdVersion;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.table.ThresholdItem;
import inventory.reporting.domain.Page;
import java.util.Optional;

/** Stores the thresholds. */
public interface ThresholdStore {

  /**
   * Selects thresholds.
   *
   * @param itemId only those of this item
   * @param warehouse only those that are for this warehouse alone
   */
  record Filter(Optional<String> itemId, Optional<String> warehouse) {}

  /**
   * A statement about a threshold.
   *
   * @param rule empty to remove the threshold
   */
  record Statement(
      AlertId scope, Optional<RestockRule> rule, ThresholdVersion version, Decision decision) {

    /** The decision, for the record. */
    public AuditEntry audit() {
      return AuditEntry.about(
          scope,
          rule.isPresent() ? AuditAction.SET_THRESHOLD : AuditAction.REMOVE_THRESHOLD,
          decision,
          rule.map(Statement::words).orElse(""));
    }

    private static String words(RestockRule rule) {
      return "below "
          + rule.restockIfBelow()
          + rule.orderUpTo().map(units -> ", order up to " + units).orElse("")
          + rule.packSize().map(units -> ", in packs of " + units).orElse("");
    }
  }

  /**
   * The thresholds by item and, within an item, by warehouse; those that were removed are left out.
   * Those of an item are strongly consistent, all others eventually.
   *
   * @param limit the number of thresholds, at least 1
   * @param after only thresholds after this one
   */
  Page<ThresholdItem, AlertId> page(Filter filter, int limit, Optional<AlertId> after);

  /** The last statement, even if it removed the threshold; empty if there is none. */
  Optional<ThresholdItem> find(AlertId scope);

  /**
   * Writes a statement, and puts the decision on record.
   *
   * @param before the version of the last statement that was read; empty if there was none
   * @return the threshold; empty if there is another statement since, then nothing is written
   */
  Optional<ThresholdItem> write(Optional<ThresholdVersion> before, Statement statement);
}
