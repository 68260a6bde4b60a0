package inventory.ingest.domain;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Event;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Levels and movements in memory, with the same conditions as the table. Not for many threads. */
public final class InMemoryLevelStore implements LevelStore {

  /** Small, so that tests read several. */
  private static final int PAGE = 3;

  private final Map<StockKey, KnownLevel> levels = new HashMap<>();
  private final Map<StockKey, NavigableMap<String, Movement>> movements = new HashMap<>();
  private final Map<List<String>, Claim> claims = new HashMap<>();
  private final Set<String> warehouses = new HashSet<>();

  @Override
  public Written applyLatest(Movement movement, Collection<String> durable) {
    KnownLevel known = levels.get(movement.key());
    if (known == null) {
      KnownLevel none =
          new KnownLevel(StockLevel.first(movement), BigInteger.ZERO, List.of(), Optional.empty());
      return write(movement, none.level(), none, Optional.empty(), durable);
    }
    if (known.level().latest().compareTo(Position.time(movement.firstTime())) >= 0) {
      return new Refused(Optional.of(known));
    }
    // Later than everything, so no history is needed.
    StockLevel to =
        movement.kind() == Kind.COUNT
            ? known.level().counted(movement, counted -> BigInteger.ZERO)
            : known.level().changed(movement, counted -> movement.total());
    return write(movement, to, known, known.late(), durable);
  }

  @Override
  public Written applyLate(
      Movement movement, KnownLevel read, StockLevel to, Collection<String> durable) {
    KnownLevel known = levels.get(movement.key());
    boolean isUnchanged =
        known != null
            && known.revision().equals(read.revision())
            && known.level().latest().equals(read.level().latest());
    if (!isUnchanged) {
      return new Refused(Optional.ofNullable(known));
    }
    String late = Position.earlier(read.late(), Position.time(movement.firstTime()));
    return write(movement, to, known, Optional.of(late), durable);
  }

  private Written write(
      Movement movement,
      StockLevel to,
      KnownLevel before,
      Optional<String> late,
      Collection<String> durable) {
    List<Movement> marks = new ArrayList<>(without(before.marks(), durable));
    marks.add(movement);
    KnownLevel level = new KnownLevel(to, before.revision().add(BigInteger.ONE), marks, late);
    levels.put(movement.key(), level);
    return new Applied(level);
  }

  private static List<Movement> without(List<Movement> marks, Collection<String> sources) {
    return marks.stream().filter(mark -> !sources.contains(mark.source())).toList();
  }

  @Override
  public void removeMarks(StockKey key, Collection<String> sources) {
    levels.computeIfPresent(
        key,
        (same, known) ->
            new KnownLevel(
                known.level(), known.revision(), without(known.marks(), sources), known.late()));
  }

  @Override
  public Optional<Movement> movement(StockKey key, String position) {
    return Optional.ofNullable(history(key).get(position));
  }

  @Override
  public List<Movement> movementsAfter(StockKey key, String position) {
    return history(key).tailMap(position, false).values().stream().limit(PAGE).toList();
  }

  private NavigableMap<String, Movement> history(StockKey key) {
    return movements.computeIfAbsent(key, same -> new TreeMap<>());
  }

  @Override
  public List<Movement> store(List<Movement> batch) {
    if (batch.isEmpty() || batch.size() > LevelFirstLedger.MAX_STORED_AT_ONCE) {
      throw new IllegalArgumentException("a call stores 1 to 25 movements, not " + batch.size());
    }
    batch.forEach(movement -> history(movement.key()).put(movement.position(), movement));
    return List.of();
  }

  @Override
  public Optional<Claim> claim(StockKey key, Event event, Claim claim) {
    return Optional.ofNullable(
        claims.putIfAbsent(List.of(key.warehouse(), key.itemId(), event.id()), claim));
  }

  @Override
  public void recordWarehouse(String warehouse) {
    warehouses.add(warehouse);
  }

  /** A level, if there is one. */
  public Optional<KnownLevel> level(StockKey key) {
    return Optional.ofNullable(levels.get(key));
  }

  /** How an item stands; empty if nothing is known of it. */
  public Optional<Stock> stock(StockKey key) {
    return level(key)
        .map(KnownLevel::level)
        .map(level -> new Stock(level.units(), level.itemName(), level.removed()));
  }

  /** The stored movements of an item by position. */
  public List<Movement> movements(StockKey key) {
    return List.copyOf(history(key).values());
  }

  /** The recorded warehouses. */
  public Set<String> warehouses() {
    return Set.copyOf(warehouses);
  }

  /** Forgets which movements came late, as a validation does that proves a level. */
  public void proved(StockKey key) {
    levels.computeIfPresent(
        key,
        (same, known) ->
            new KnownLevel(known.level(), known.revision(), known.marks(), Optional.empty()));
  }

  /** Removes a level, as a rebuild does that finds no movement of it. */
  public void removeLevel(StockKey key) {
    Objects.requireNonNull(levels.remove(key), "there is no level to remove");
  }
}
