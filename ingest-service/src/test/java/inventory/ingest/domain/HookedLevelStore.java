package inventory.ingest.domain;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Event;
import inventory.model.movement.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store with something that happens around its calls: a fault, or the work of another process.
 */
public final class HookedLevelStore implements LevelStore {

  private final LevelStore store;
  private final Hook hook;

  /** What happens around a call. */
  @FunctionalInterface
  public interface Hook {

    /**
     * Makes the call, or not.
     *
     * @param method the name of the method
     */
    <T> T around(String method, Supplier<T> call);
  }

  /** Puts a hook around a store. */
  public HookedLevelStore(LevelStore store, Hook hook) {
    this.store = store;
    this.hook = hook;
  }

  @Override
  public Written applyLatest(Movement movement, Collection<String> durable) {
    return hook.around("applyLatest", () -> store.applyLatest(movement, durable));
  }

  @Override
  public Written applyLate(
      Movement movement, KnownLevel known, StockLevel to, Collection<String> durable) {
    return hook.around("applyLate", () -> store.applyLate(movement, known, to, durable));
  }

  @Override
  public void removeMarks(StockKey key, Collection<String> sources) {
    hook.around(
        "removeMarks",
        () -> {
          store.removeMarks(key, sources);
          return true;
        });
  }

  @Override
  public Optional<Movement> movement(StockKey key, String position) {
    return hook.around("movement", () -> store.movement(key, position));
  }

  @Override
  public List<Movement> movementsAfter(StockKey key, String position) {
    return hook.around("movementsAfter", () -> store.movementsAfter(key, position));
  }

  @Override
  public List<Movement> store(List<Movement> movements) {
    return hook.around("store", () -> store.store(movements));
  }

  @Override
  public Optional<Claim> claim(StockKey key, Event event, Claim claim) {
    return hook.around("claim", () -> store.claim(key, event, claim));
  }

  @Override
  public void recordWarehouse(String warehouse) {
    hook.around(
        "recordWarehouse",
        () -> {
          store.recordWarehouse(warehouse);
          return true;
        });
  }
}
