package inventory.ingest.domain;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The ledger by its definition: it keeps all movements, and adds a level up when it is asked. */
public final class InMemoryLedger implements StockLedger {

  private final Map<StockKey, Map<String, Movement>> movements = new HashMap<>();
  private final Map<List<Object>, Movement> events = new HashMap<>();

  @Override
  public List<Movement> record(Iterable<Movement> batch, PartialSums ownSums) {
    List<Movement> refused = new ArrayList<>();
    for (Movement movement : batch) {
      Movement first = movement;
      if (movement.event().isPresent()) {
        List<Object> id = List.of(movement.key(), movement.event().get().id());
        first = events.computeIfAbsent(id, i -> movement);
      }
      if (!first.statement().equals(movement.statement())) {
        refused.add(movement);
      } else if (first.position().equals(movement.position())) {
        movements
            .computeIfAbsent(movement.key(), key -> new TreeMap<>())
            .putIfAbsent(movement.position(), movement);
      }
    }
    return refused;
  }

  /** How an item stands; empty if nothing is known of it. */
  public Optional<Stock> stock(StockKey key) {
    return Optional.ofNullable(movements.get(key)).map(all -> stock(key, all.values()));
  }

  private static Stock stock(StockKey key, Collection<Movement> all) {
    return new Stock(
        level(all),
        latest(all, movement -> !movement.itemName().isEmpty())
            .map(Movement::itemName)
            .orElse(key.itemId()),
        latest(all, Movement::isListing).map(Movement::isRemoval).orElse(false));
  }

  private static Optional<Movement> latest(Collection<Movement> all, Predicate<Movement> which) {
    return all.stream().filter(which).max(Comparator.comparing(Movement::position));
  }

  private static BigInteger level(Collection<Movement> all) {
    Optional<Movement> count = latest(all, movement -> movement.kind() == Kind.COUNT);
    BigInteger changes =
        all.stream()
            .filter(movement -> movement.kind() == Kind.CHANGE)
            .map(
                movement ->
                    count
                        .map(latest -> movement.changeAfter(latest.position()).orElseThrow())
                        .orElse(movement.total()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return count.map(Movement::total).orElse(BigInteger.ZERO).add(changes);
  }
}
