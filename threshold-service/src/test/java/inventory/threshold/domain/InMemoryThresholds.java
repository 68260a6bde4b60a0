package inventory.threshold.domain;

import inventory.model.ThresholdVersion;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.Threshold.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Thresholds in memory. */
final class InMemoryThresholds implements Thresholds {

  private final Map<Target, Threshold> thresholds = new HashMap<>();
  private final Map<Target, String> setAt = new HashMap<>();

  @Override
  public Set<Target> set(List<Threshold> newOnes, ThresholdVersion at) {
    Set<Target> older = new HashSet<>();
    for (Threshold threshold : newOnes) {
      if (setAt.getOrDefault(threshold.target(), "").compareTo(at.text()) <= 0) {
        thresholds.put(threshold.target(), threshold);
        setAt.put(threshold.target(), at.text());
      } else {
        older.add(threshold.target());
      }
    }
    return older;
  }

  OptionalLong of(Target target) {
    Threshold threshold = thresholds.get(target);
    return threshold == null || threshold.rule().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(threshold.rule().get().restockIfBelow());
  }
}
