package inventory.ingest.domain;

import inventory.model.StockKey;
import inventory.movement.Movement;
import inventory.movement.Movement.Kind;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ledger by its definition: it keeps all movements, and adds a level up when it is asked. */
public final class InMemoryLedger implements StockLedger {

  private final Map<StockKey, Map<String, Movement>> movements = new HashMap<>();

  @Override
  public void record(Iterable<Movement> batch) {
    for (Movement movement : batch) {
      movements
          .computeIfAbsent(movement.key(), key -> new TreeMap<>())
          .putIfAbsent(movement.position(), movement);
    }
  }

  /** The level of an item; empty if nothing is known of it. */
  public Optional<BigInteger> level(StockKey key) {
    return Optional.ofNullable(movements.get(key)).map(InMemoryLedger::level);
  }

  private static BigInteger level(Map<String, Movement> all) {
    Optional<Movement> count =
        all.values().stream()
            .filter(movement -> movement.kind() == Kind.COUNT)
            .max(Comparator.comparing(Movement::position));
    BigInteger changes =
        all.values().stream()
            .filter(movement -> movement.kind() == Kind.CHANGE)
            .map(
                movement ->
                    count
                        .map(latest -> movement.changeAfter(latest.lastTime()).orElseThrow())
                        .orElse(movement.total()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return count.map(Movement::total).orElse(BigInteger.ZERO).add(changes);
  }
}
