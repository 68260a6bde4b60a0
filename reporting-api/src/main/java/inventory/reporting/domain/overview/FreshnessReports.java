package inventory.reporting.domain.overview;

import inventory.model.freshness.Freshness;
import java.util.List;
import java.util.Map;

/** Reads when files reported about warehouses. */
@FunctionalInterface
public interface FreshnessReports {

  /**
   * The freshness of warehouses by their names; without those of which no file has come.
   *
   * @param warehouses names that follow each other in the list of all warehouses
   */
  Map<String, Freshness> of(List<String> warehouses);
}
