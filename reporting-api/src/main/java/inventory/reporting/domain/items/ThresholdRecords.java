package inventory.reporting.domain.items;

import inventory.model.AlertId;
import java.util.Collection;
import java.util.Optional;

/** Where the thresholds are read. */
public interface ThresholdRecords {

  /** Those that bear on these, as of now: items in warehouses, and totals of items. */
  Thresholds of(Collection<AlertId> scopes);

  /**
   * All that are set; they may lag by moments.
   *
   * @param most how many there may be
   * @return empty if there are more
   */
  Optional<Thresholds> all(int most);
}
