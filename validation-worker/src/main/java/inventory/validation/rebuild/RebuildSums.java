package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.HashRange;
import inventory.model.movement.Movement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The movements that the files give for each item, in bounded memory. If the items do not fit, half
 * of them is deferred to a later part, see {@link #deferred()}.
 */
final class RebuildSums {

  // The size of a sum, its key and its map entry without the names; measured as in MovementBuilder.
  private static final int FIXED_BYTES = 300;

  private final long budget;
  private final Map<StockKey, MovementSum> sums = new HashMap<>();
  private final List<HashRange> deferred = new ArrayList<>();
  private HashRange part;
  private long used;

  RebuildSums(HashRange part, long budget) {
    this.part = part;
    this.budget = budget;
  }

  /** The part of the items that is summed; it only shrinks. */
  HashRange part() {
    return part;
  }

  void add(Movement movement) {
    // The part may have shrunk since this file was opened.
    if (!part.contains(movement.key())) {
      return;
    }
    sums.computeIfAbsent(movement.key(), this::begin).add(movement);
    while (used > budget && part.canBeSplit()) {
      deferHalf();
    }
  }

  /** The items in the files. */
  Set<StockKey> keys() {
    return sums.keySet();
  }

  /** The movements that the files give for an item. */
  MovementSum of(StockKey key) {
    return sums.getOrDefault(key, new MovementSum());
  }

  /** The parts that did not fit. */
  List<HashRange> deferred() {
    return deferred;
  }

  private MovementSum begin(StockKey key) {
    used += footprint(key);
    return new MovementSum();
  }

  private static long footprint(StockKey key) {
    return FIXED_BYTES + 2L * (key.warehouse().length() + key.itemId().length());
  }

  private void deferHalf() {
    deferred.add(part.upperHalf());
    part = part.lowerHalf();
    Iterator<StockKey> keys = sums.keySet().iterator();
    while (keys.hasNext()) {
      StockKey key = keys.next();
      if (!part.contains(key)) {
        used -= footprint(key);
        keys.remove();
      }
    }
  }
}
