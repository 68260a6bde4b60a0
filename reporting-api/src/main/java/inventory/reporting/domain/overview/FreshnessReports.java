package inventory.reporting.domain.overview;

import inventory.model.freshness.Freshness;
import java.util.Collection;
import java.util.Map;

/** Reads when files reported about warehouses. */
@FunctionalInterface
public interface FreshnessReports {

  /** The freshness of warehouses by their names; without those of which no file has come. */
  Map<String, Freshness> of(Collection<String> warehouses);
}
