package inventory.threshold.domain;

import inventory.model.RestockRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entries of a file about one item, or about one item in one warehouse. */
final class EntryGroup {

  /** How many other entries a reason names. */
  private static final int MAX_NAMED = 10;

  private final Optional<RestockRule> value;
  private final List<Integer> first = new ArrayList<>(1);
  private int entries;
  private boolean contradictory;

  /** Starts a group with the rule of the first entry; empty for a removal. */
  EntryGroup(Optional<RestockRule> value) {
    this.value = value;
  }

  /** Adds an entry, including the first. */
  void add(int index, Optional<RestockRule> rule) {
    entries++;
    contradictory |= !rule.equals(value);
    // One more than a reason names, because an entry does not name itself.
    if (first.size() <= MAX_NAMED) {
      first.add(index);
    }
  }

  Optional<RestockRule> value() {
    return value;
  }

  int entries() {
    return entries;
  }

  boolean isContradictory() {
    return contradictory;
  }

  /** Why an entry cannot apply, in words for people. */
  String conflictOf(int index) {
    List<Integer> others = first.stream().filter(other -> other != index).limit(MAX_NAMED).toList();
    int unnamed = entries - 1 - others.size();
    return "the same item is in "
        + (entries == 2 ? "entry " : "entries ")
        + others.stream().map(String::valueOf).collect(Collectors.joining(", "))
        + (unnamed > 0 ? " and " + unnamed + " more" : "")
        + " too, and they differ; keep the right one";
  }
}
