package inventory.reporting.domain.audit;

import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.reporting.domain.Page;
import java.time.LocalDate;
import java.util.Optional;

/** The decisions on record. */
public interface AuditLog {

  /**
   * Selects decisions.
   *
   * @param from the first day in UTC
   * @param to the last day in UTC, included
   * @param by only those with this subject of a token
   * @param action only those of this kind
   * @param warehouse only those about this warehouse
   * @param itemId only those about this item
   */
  record Filter(
      LocalDate from,
      LocalDate to,
      Optional<String> by,
      Optional<AuditAction> action,
      Optional<String> warehouse,
      Optional<String> itemId) {

    /** Whether a decision of these days is selected. */
    public boolean selects(AuditEntry entry) {
      return by.map(entry.decision().by()::equals).orElse(true)
          && action.map(entry.action()::equals).orElse(true)
          && (warehouse.isEmpty() || warehouse.equals(entry.warehouse()))
          && (itemId.isEmpty() || itemId.equals(entry.itemId()));
    }
  }

  /** Puts a decision on record that is carried out outside of the table, before it is. */
  void record(AuditEntry entry);

  /**
   * Decisions, newest first, strongly consistent. A page ends after 31 days or about 1,000
   * decisions that were read for it, even if it is not full.
   *
   * @param limit the number of decisions, at least 1
   * @param before only decisions before this {@link inventory.model.Position}
   */
  Page<AuditEntry, String> page(Filter filter, int limit, Optional<String> before);
}
