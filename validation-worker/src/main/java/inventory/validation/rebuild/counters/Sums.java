package inventory.validation.rebuild.counters;

import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all items of the table add to each counter. */
public final class Sums {

  private final Map<Counter, Sum> byCounter = new HashMap<>();

  /**
   * The sum of a counter.
   *
   * @param amounts what the counter should have
   * @param fingerprint the sum of the fingerprints of the items: equal if the items are
   */
  record Sum(Amounts amounts, long fingerprint) {

    static final Sum NONE = new Sum(Amounts.NONE, 0);
  }

  /**
   * Adds an item.
   *
   * @param amounts what it adds
   * @param fingerprint a digest of its key and its content
   */
  public void add(Amounts amounts, long fingerprint) {
    amounts
        .byCounter()
        .forEach(
            (counter, numbers) -> {
              Sum sum = of(counter);
              byCounter.put(
                  counter,
                  new Sum(
                      sum.amounts().plus(Amounts.of(counter, numbers)),
                      sum.fingerprint() + fingerprint));
            });
  }

  Sum of(Counter counter) {
    return Optional.ofNullable(byCounter.get(counter)).orElse(Sum.NONE);
  }

  Set<Counter> counters() {
    return new HashSet<>(byCounter.keySet());
  }
}
