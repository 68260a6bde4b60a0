package inventory.reporting.domain.items;

import inventory.model.AlertId;
import inventory.model.Thresholds;
import java.util.Collection;
import java.util.Optional;

/** Reads thresholds. */
public interface ThresholdRecords {

  /** The thresholds that apply to items in warehouses or to totals. Strongly consistent. */
  Thresholds of(Collection<AlertId> scopes);

  /**
   * All thresholds. Eventually consistent.
   *
   * @param max the largest number to read
   * @return empty if there are more
   */
  Optional<Thresholds> all(int max);
}
