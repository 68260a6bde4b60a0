package inventory.threshold.domain;

import inventory.model.ThresholdVersion;
import inventory.threshold.file.Threshold;
import java.util.List;
import java.util.Set;

/** The store of thresholds. */
public interface Thresholds {

  /**
   * Sets or removes thresholds, except those that a newer file, or a person since, has set or
   * removed (requirement T4). When this method returns, the effect is durable. Repeating it changes
   * nothing.
   *
   * @param thresholds each target once
   * @param setAt the version of the file that sets them
   * @return those that were left as they are, because a newer statement has set or removed them
   */
  Set<Threshold.Target> set(List<Threshold> thresholds, ThresholdVersion setAt);
}
