package inventory.validation.domain;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Levels in memory, kept by the rules of the ledger. */
public final class InMemoryLevels implements Levels {

  private final TreeMap<StockKey, State> states = new TreeMap<>();
  private Consumer<String> calls = call -> {};

  private static final class State {
    private final NavigableMap<String, Movement> movements = new TreeMap<>();
    private final NavigableMap<LocalDate, Closing> closings = new TreeMap<>();
    private StockLevel level;
    private BigInteger revision = BigInteger.ZERO;
    private Optional<LevelProof> proof = Optional.empty();
    private Optional<String> late = Optional.empty();
  }

  /** Is told the name of each call before it is done; what it throws is the call's failure. */
  public void beforeEachCall(Consumer<String> observer) {
    calls = observer;
  }

  /** Applies a movement. */
  public void apply(Movement movement) {
    State state = states.computeIfAbsent(movement.key(), any -> new State());
    if (state.level == null) {
      state.level = StockLevel.first(movement);
    } else {
      String first = Position.time(movement.firstTime());
      if (state.level.latest().compareTo(first) >= 0) {
        state.late = Optional.of(Position.earlier(state.late, first));
      }
      state.level =
          movement.kind() == Kind.COUNT
              ? state.level.counted(movement, counted -> changesSince(state, counted))
              : state.level.changed(movement, counted -> movement.changeAfter(counted).get());
    }
    state.movements.put(movement.position(), movement);
    state.revision = state.revision.add(BigInteger.ONE);
  }

  private static BigInteger changesSince(State state, String counted) {
    return state.movements.values().stream()
        .filter(movement -> movement.kind() == Kind.CHANGE)
        .map(movement -> movement.changeAfter(counted).orElseThrow())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Replaces the units of a level, and nothing else. */
  public void damage(StockKey key, long units) {
    State state = states.get(key);
    StockLevel level = state.level;
    state.level =
        new StockLevel(
            BigInteger.valueOf(units),
            level.counted(),
            level.latest(),
            level.itemName(),
            level.named(),
            level.listed(),
            level.removed());
  }

  /** Lists or delists an item, contrary to its events. */
  public void list(StockKey key, boolean removed) {
    State state = states.get(key);
    StockLevel level = state.level;
    state.level =
        new StockLevel(
            level.units(),
            level.counted(),
            level.latest(),
            level.itemName(),
            level.named(),
            level.listed(),
            removed);
  }

  /** Replaces a closing. */
  public void damage(Closing closing) {
    states.get(closing.key()).closings.put(closing.day(), closing);
  }

  /** The warehouses, always in the same order. */
  public List<String> warehouses() {
    return states.keySet().stream().map(StockKey::warehouse).distinct().toList();
  }

  @Override
  public Iterable<List<StoredLevel>> pages(String warehouse, String afterItem) {
    calls.accept("pages");
    return states.keySet().stream()
        .filter(key -> key.warehouse().equals(warehouse))
        .filter(key -> key.itemId().compareTo(afterItem) > 0)
        .map(key -> List.of(stored(key)))
        .toList();
  }

  private StoredLevel stored(StockKey key) {
    State state = states.get(key);
    return new StoredLevel(
        key,
        state.level,
        state.revision,
        List.of(),
        state.proof,
        state.late,
        "2026-01-01T00:00:00Z");
  }

  @Override
  public Optional<StoredLevel> find(StockKey key) {
    calls.accept("find");
    return states.containsKey(key) ? Optional.of(stored(key)) : Optional.empty();
  }

  @Override
  public Iterator<Movement> movements(StoredLevel level, String after) {
    calls.accept("movements of " + level.key().itemId());
    return List.copyOf(
            states
                .get(level.key())
                .movements
                .subMap(after, false, level.level().latest(), true)
                .values())
        .iterator();
  }

  @Override
  public List<Closing> closings(StockKey key) {
    calls.accept("closings");
    return List.copyOf(states.get(key).closings.values());
  }

  @Override
  public Optional<Closing> closing(StockKey key, LocalDate day) {
    calls.accept("closing");
    return Optional.ofNullable(states.get(key).closings.get(day));
  }

  @Override
  public Optional<Closing> closingBefore(StockKey key, String time) {
    calls.accept("closing");
    return states.get(key).closings.descendingMap().values().stream()
        .filter(closing -> closing.through().compareTo(time) < 0)
        .findFirst();
  }

  @Override
  public void store(StockKey key, List<Closing> closings, Collection<LocalDate> surplus) {
    calls.accept("store");
    closings.forEach(closing -> states.get(key).closings.put(closing.day(), closing));
    List<LocalDate> days = new ArrayList<>(surplus);
    states.get(key).closings.keySet().removeAll(days);
  }

  @Override
  public void prove(StockKey key, LevelProof proof) {
    calls.accept("prove");
    State state = states.get(key);
    if (state.revision.equals(proof.revision())) {
      state.proof = Optional.of(proof);
      state.late = Optional.empty();
    }
  }

  @Override
  public String fileKey(String fileId) {
    return fileId;
  }
}
