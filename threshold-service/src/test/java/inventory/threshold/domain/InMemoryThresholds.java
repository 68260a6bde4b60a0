package inventory.threshold.domain;

import inventory.model.AlertId;
import inventory.model.RestockRule;
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
public final class InMemoryThresholds implements Thresholds {

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

  /** All rules, by the item in one warehouse or in all of them. */
  public Map<AlertId, RestockRule> all() {
    Map<AlertId, RestockRule> all = new HashMap<>();
    thresholds.forEach(
        (target, threshold) -> threshold.rule().ifPresent(rule -> all.put(id(target), rule)));
    return all;
  }

  /** The version that set a threshold, as text; empty if there is none. */
  public String setAt(AlertId id) {
    return setAt.getOrDefault(new Target(id.itemId(), id.warehouse()), "");
  }

  private static AlertId id(Target target) {
    return new AlertId(target.itemId(), target.warehouse());
  }

  OptionalLong of(Target target) {
    Threshold threshold = thresholds.get(target);
    return threshold == null || threshold.rule().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(threshold.rule().get().restockIfBelow());
  }
}
