package inventory.threshold.domain;

import inventory.threshold.file.Threshold;
import java.util.List;

/** The thresholds that are set. */
public interface Thresholds {

  /**
   * Sets thresholds, but for those that were set later already (requirement T4). When it returns,
   * that is durable. To do it again changes nothing.
   *
   * @param thresholds each target once
   * @param setAt when, by the file that sets them
   * @return how many were not set, as they had been set later
   */
  int set(List<Threshold> thresholds, ThresholdVersion setAt);
}
