package inventory.local.demo;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What files add up to, by the rule of the one timeline as it is written down (requirement I4), and
 * in the plainest way: all facts are kept, and every level is summed anew.
 */
public final class ExpectedLevels {

  private final List<Dated> facts = new ArrayList<>();

  private record Dated(StockKey key, Instant time, boolean count, long units) {}

  /**
   * Takes in a file's facts.
   *
   * @param uploadedAt when it was dropped, which is when its counts hold
   */
  public void add(DemoFile file, Instant uploadedAt) {
    for (Fact fact : file.facts()) {
      facts.add(
          new Dated(
              fact.key(), fact.time().orElse(uploadedAt), fact.time().isEmpty(), fact.units()));
    }
  }

  /** The level of every item in every warehouse, in units. */
  public Map<StockKey, BigInteger> levels() {
    return facts.stream()
        .collect(
            Collectors.groupingBy(
                Dated::key,
                Collectors.collectingAndThen(Collectors.toList(), ExpectedLevels::level)));
  }

  /** The latest count plus every later change; the sum of all changes if there is no count. */
  private static BigInteger level(List<Dated> facts) {
    BigInteger counted = BigInteger.ZERO;
    Instant countedAt = Instant.MIN;
    for (Dated fact : facts) {
      if (fact.count() && fact.time().isAfter(countedAt)) {
        counted = BigInteger.valueOf(fact.units());
        countedAt = fact.time();
      }
    }
    BigInteger level = counted;
    for (Dated fact : facts) {
      if (!fact.count() && fact.time().isAfter(countedAt)) {
        level = level.add(BigInteger.valueOf(fact.units()));
      }
    }
    return level;
  }
}
