package inventory.e2e;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes every level as requirement I4 states it: the latest count, plus every change with a
 * later timestamp; without a count, the sum of all changes. It keeps all rows and uses none of the
 * product's code.
 */
final class Oracle {

  private Oracle() {}

  /** The level of each item, by its warehouse. */
  static Map<String, Map<String, BigInteger>> levels(Collection<Fact> facts) {
    Map<String, Map<String, List<Fact>>> histories = new TreeMap<>();
    for (Fact fact : facts) {
      histories
          .computeIfAbsent(fact.warehouse(), warehouse -> new TreeMap<>())
          .computeIfAbsent(fact.item(), item -> new ArrayList<>())
          .add(fact);
    }
    Map<String, Map<String, BigInteger>> levels = new TreeMap<>();
    histories.forEach(
        (warehouse, items) -> {
          Map<String, BigInteger> ofWarehouse = new TreeMap<>();
          items.forEach((item, history) -> ofWarehouse.put(item, level(history)));
          levels.put(warehouse, ofWarehouse);
        });
    return levels;
  }

  private static BigInteger level(List<Fact> history) {
    Instant counted = Instant.MIN;
    BigInteger level = BigInteger.ZERO;
    for (Fact fact : history) {
      if (fact.isCount() && fact.time().isAfter(counted)) {
        counted = fact.time();
        level = fact.units();
      }
    }
    for (Fact fact : history) {
      if (!fact.isCount() && fact.time().isAfter(counted)) {
        level = level.add(fact.units());
      }
    }
    return level;
  }
}
