package inventory.validation.rebuild.counters;

import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.validation.rebuild.DifferenceReport;
import inventory.validation.rebuild.RebuildResult;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compares the counters with the table while the services run, and corrects them.
 *
 * <p>The counters lag the table by what is still in its stream. The items are therefore added up,
 * the projection is awaited, the counters are read, and the items are added up again. If both sums
 * of a counter are made of the same items, none of them was written between the two readings, and
 * all writes before are counted: the counter must equal the sum. A correction adds the difference.
 * What the stream delivers meanwhile is added as well, in whatever order, so nothing is lost. A
 * counter whose items changed is compared again.
 *
 * <p>A round reads the table twice. Memory: about 1 KB for each warehouse and day.
 */
public final class CounterRebuild {

  private static final int MAX_ROUNDS = 5;

  private final CounterTable table;

  /** Compares and corrects a table. */
  public CounterRebuild(CounterTable table) {
    this.table = table;
  }

  /**
   * Compares all counters and the catalogue.
   *
   * @return the number of wrong counters and items of the catalogue, how many of them were
   *     corrected, and how many counters could not be compared; each was reported
   */
  public RebuildResult run(boolean mayFix, DifferenceReport report) {
    long wrong = 0;
    Set<Counter> open = new HashSet<>();
    for (int round = 1; round == 1 || (!open.isEmpty() && round <= MAX_ROUNDS); round++) {
      Sums first = table.sums();
      if (!table.awaitProjection()) {
        report.unverified(
            "the counters, because the projection of the table's stream does not run or lags");
        return RebuildResult.of(wrong, mayFix ? wrong : 0, 1);
      }
      Amounts stored = table.counters();
      Sums second = table.sums();
      Set<Counter> asked = round == 1 ? all(first, stored, second) : open;
      open = new HashSet<>();
      for (Counter counter : asked) {
        if (!first.of(counter).equals(second.of(counter))) {
          open.add(counter);
        } else if (settle(counter, second, stored, mayFix, report)) {
          wrong++;
        }
      }
    }
    open.forEach(
        counter ->
            report.unverified("the counters of " + counter + ", which changed all the time"));
    long items = table.checkCatalogue(mayFix);
    if (items > 0) {
      report.counter("the catalogue: %,d items".formatted(items));
    }
    return RebuildResult.of(wrong + items, mayFix ? wrong + items : 0, open.size());
  }

  private static Set<Counter> all(Sums first, Amounts stored, Sums second) {
    Set<Counter> all = new HashSet<>(first.counters());
    all.addAll(stored.byCounter().keySet());
    all.addAll(second.counters());
    return all;
  }

  private boolean settle(
      Counter counter, Sums sums, Amounts stored, boolean mayFix, DifferenceReport report) {
    Map<String, BigInteger> is = stored.byCounter().getOrDefault(counter, Map.of());
    Amounts difference = sums.of(counter).amounts().minus(Amounts.of(counter, is));
    if (difference.isEmpty()) {
      return false;
    }
    difference
        .byCounter()
        .get(counter)
        .forEach(
            (name, missing) -> {
              BigInteger was = is.getOrDefault(name, BigInteger.ZERO);
              report.counter(
                  "%s: %s is %s, but should be %s".formatted(counter, name, was, was.add(missing)));
            });
    if (mayFix) {
      table.correct(counter, difference);
    }
    return true;
  }
}
