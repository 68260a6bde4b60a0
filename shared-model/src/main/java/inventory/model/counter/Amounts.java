package inventory.model.counter;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * What is added to counters: by counter, by the name of the number. Numbers of 0 are absent.
 *
 * @param byCounter the amounts
 */
public record Amounts(Map<Counter, Map<String, BigInteger>> byCounter) {

  /** Nothing. */
  public static final Amounts NONE = new Amounts(Map.of());

  /** Copies the map. */
  public Amounts {
    byCounter = Map.copyOf(byCounter);
  }

  /** An amount of one counter. */
  public static Amounts of(Counter counter, Map<String, BigInteger> numbers) {
    return NONE.plus(new Amounts(Map.of(counter, numbers)));
  }

  /** Both together. */
  public Amounts plus(Amounts other) {
    Map<Counter, Map<String, BigInteger>> sums = new HashMap<>();
    byCounter.forEach((counter, numbers) -> sums.put(counter, new HashMap<>(numbers)));
    other.byCounter.forEach(
        (counter, numbers) ->
            numbers.forEach(
                (name, number) ->
                    sums.computeIfAbsent(counter, none -> new HashMap<>())
                        .merge(name, number, BigInteger::add)));
    sums.values().forEach(numbers -> numbers.values().removeIf(sum -> sum.signum() == 0));
    sums.values().removeIf(Map::isEmpty);
    return new Amounts(sums);
  }

  /** What is left of these without others. */
  public Amounts minus(Amounts other) {
    return plus(other.negated());
  }

  private Amounts negated() {
    Map<Counter, Map<String, BigInteger>> negated = new HashMap<>();
    byCounter.forEach(
        (counter, numbers) -> {
          Map<String, BigInteger> opposite = new HashMap<>();
          numbers.forEach((name, number) -> opposite.put(name, number.negate()));
          negated.put(counter, opposite);
        });
    return new Amounts(negated);
  }

  /** Whether nothing is added. */
  public boolean isEmpty() {
    return byCounter.isEmpty();
  }
}
