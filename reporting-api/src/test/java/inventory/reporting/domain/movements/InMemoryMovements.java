package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Movements in memory, and the levels that follow from them; counts the reads. */
final class InMemoryMovements implements MovementLog {

  private final Map<StockKey, NavigableMap<String, MovementItem>> partitions = new TreeMap<>();
  private final Map<StockKey, List<MovementItem>> marks = new HashMap<>();
  // With the rows that the log may not have.
  private final Map<StockKey, List<Movement>> facts = new HashMap<>();
  private int read;

  /** Adds a level that has not moved. */
  void addLevel(StockKey key) {
    partitions.computeIfAbsent(key, same -> new TreeMap<>());
  }

  void put(Movement movement) {
    put(movement, movement);
  }

  /**
   * Adds a movement.
   *
   * @param fact the movement with all its rows
   * @param stored the movement as the log has it
   */
  void put(Movement fact, Movement stored) {
    MovementItem item = new MovementItem(stored, Optional.empty());
    addLevel(fact.key());
    if (partitions.get(fact.key()).put(fact.position(), item) == null) {
      facts.computeIfAbsent(fact.key(), same -> new ArrayList<>()).add(fact);
    }
  }

  /** Leaves a movement in its level, as if it were not stored yet. */
  void putMark(Movement movement) {
    put(movement);
    MovementItem item = partitions.get(movement.key()).remove(movement.position());
    marks.computeIfAbsent(movement.key(), same -> new ArrayList<>()).add(item);
  }

  /** The number of movements read since the last call. */
  int takeReadCount() {
    int count = read;
    read = 0;
    return count;
  }

  /** The level of facts, by the rule that the ledger applies. */
  static BigInteger level(Collection<Movement> facts) {
    Optional<StockLevel> level = Optional.empty();
    List<Movement> before = new ArrayList<>();
    for (Movement fact : facts) {
      level =
          Optional.of(
              level.map(known -> after(known, fact, before)).orElse(StockLevel.first(fact)));
      before.add(fact);
    }
    return level.map(StockLevel::units).orElse(BigInteger.ZERO);
  }

  private static StockLevel after(StockLevel level, Movement fact, List<Movement> before) {
    return fact.kind() == Movement.Kind.CHANGE
        ? level.changed(fact, counted -> fact.changeAfter(counted).orElseThrow())
        : level.counted(
            fact,
            counted ->
                before.stream()
                    .filter(each -> each.kind() == Movement.Kind.CHANGE)
                    .map(each -> each.changeAfter(counted).orElseThrow())
                    .reduce(BigInteger.ZERO, BigInteger::add));
  }

  @Override
  public Map<StockKey, LevelState> levels(String itemId) {
    return levels(partitions.keySet().stream().filter(key -> key.itemId().equals(itemId)).toList());
  }

  @Override
  public Map<StockKey, LevelState> levels(Collection<StockKey> keys) {
    return keys.stream()
        .filter(partitions::containsKey)
        .collect(Collectors.toMap(key -> key, this::state));
  }

  private LevelState state(StockKey key) {
    List<Movement> known = facts.getOrDefault(key, List.of());
    return new LevelState(
        level(known),
        known.stream().map(Movement::position).max(Comparator.naturalOrder()).orElse(Position.NONE),
        BigInteger.valueOf(known.size()),
        marks.getOrDefault(key, List.of()));
  }

  @Override
  public Iterable<MovementItem> newestFirst(
      StockKey key, Range range, Collection<MovementItem> itsMarks) {
    NavigableMap<String, MovementItem> all =
        new TreeMap<>(partitions.getOrDefault(key, new TreeMap<>()));
    itsMarks.forEach(mark -> all.put(mark.movement().position(), mark));
    Iterator<MovementItem> movements =
        all.descendingMap().values().stream().filter(range::has).iterator();
    return () -> counting(movements);
  }

  private Iterator<MovementItem> counting(Iterator<MovementItem> movements) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return movements.hasNext();
      }

      @Override
      public MovementItem next() {
        read++;
        return movements.next();
      }
    };
  }
}
