package inventory.reporting.domain;

import inventory.model.AlertId;
import java.util.Collection;

/** Where the thresholds are read, as of now. */
public interface ThresholdRecords {

  /** The thresholds that bear on these: items in warehouses, and totals of items. */
  Thresholds of(Collection<AlertId> scopes);
}
