package inventory.threshold.domain;

import inventory.threshold.file.Threshold;
import java.util.List;

/** The store of thresholds. */
public interface Thresholds {

  /**
   * Sets thresholds, except those that a newer file has set (requirement T4). When this method
   * returns, the effect is durable. Repeating it changes nothing.
   *
   * @param thresholds each target once
   * @param setAt the version of the file that sets them
   * @return how many were not set, because a newer file has set them
   */
  int set(List<Threshold> thresholds, ThresholdVersion setAt);
}
