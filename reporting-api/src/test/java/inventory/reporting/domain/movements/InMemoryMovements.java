package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.Level;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import java.util.stream.Stream;

/** Movements in memory, and the levels that follow from them; counts the reads. */
final class InMemoryMovements implements MovementLog {

  private final Map<StockKey, NavigableMap<String, MovementItem>> partitions = new TreeMap<>();
  private final Map<StockKey, List<MovementItem>> marks = new HashMap<>();
  // With the rows that the log may not have.
  private final Map<StockKey, List<Movement>> facts = new HashMap<>();
  private final Map<StockKey, NavigableMap<LocalDate, Closing>> closings = new HashMap<>();
  private final Map<StockKey, Instant> proved = new HashMap<>();
  private final Map<StockKey, Instant> late = new HashMap<>();
  private final Map<StockKey, String> latest = new HashMap<>();
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
      boolean isLate = Position.time(fact.firstTime()).compareTo(latest(fact.key())) <= 0;
      if (isLate && facts.containsKey(fact.key())) {
        late.merge(fact.key(), fact.firstTime(), (a, b) -> a.isBefore(b) ? a : b);
      }
      latest.merge(fact.key(), fact.position(), (a, b) -> a.compareTo(b) > 0 ? a : b);
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
  public Map<StockKey, LevelState> levels(Collection<StockKey> keys) {
    return keys.stream()
        .filter(partitions::containsKey)
        .collect(Collectors.toMap(key -> key, this::state));
  }

  private String latest(StockKey key) {
    return latest.getOrDefault(key, Position.time(Instant.EPOCH));
  }

  private LevelState state(StockKey key) {
    List<Movement> known = facts.getOrDefault(key, List.of());
    return new LevelState(
        level(known),
        latest(key),
        BigInteger.valueOf(known.size()),
        known.stream()
            .flatMap(movement -> movement.recordedAt().stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH),
        Optional.ofNullable(proved.get(key)),
        Optional.ofNullable(late.get(key)),
        marks.getOrDefault(key, List.of()));
  }

  /**
   * Closes the days of all levels, as the nightly validation does.
   *
   * @param writtenAt when; nothing is recorded at this time
   */
  void close(Instant writtenAt) {
    facts.forEach((key, known) -> close(key, known, writtenAt));
  }

  private void close(StockKey key, List<Movement> known, Instant writtenAt) {
    List<Movement> rows = known.stream().flatMap(TestMovements::rows).toList();
    NavigableMap<LocalDate, Closing> days = new TreeMap<>();
    for (LocalDate day : rows.stream().map(InMemoryMovements::dayOf).distinct().toList()) {
      days.put(day, closing(key, day, rows, writtenAt));
    }
    closings
        .computeIfAbsent(key, same -> new TreeMap<>())
        .forEach((day, closing) -> keepUnchanged(days, closing));
    closings.put(key, days);
    proved.put(key, Position.instant(state(key).latest()));
    late.remove(key);
  }

  private static void keepUnchanged(Map<LocalDate, Closing> days, Closing before) {
    days.computeIfPresent(
        before.day(), (day, closing) -> closing.statesSameAs(before) ? before : closing);
  }

  private static Closing closing(
      StockKey key, LocalDate day, List<Movement> rows, Instant writtenAt) {
    List<Movement> upTo = rows.stream().filter(row -> !dayOf(row).isAfter(day)).toList();
    List<Movement> ofDay = rows.stream().filter(row -> dayOf(row).equals(day)).toList();
    return new Closing(
        key,
        day,
        level(upTo),
        changes(ofDay)
            .filter(change -> change.signum() > 0)
            .reduce(BigInteger.ZERO, BigInteger::add),
        changes(ofDay)
            .filter(change -> change.signum() < 0)
            .reduce(BigInteger.ZERO, BigInteger::subtract),
        ofDay.stream().map(Movement::position).max(Comparator.naturalOrder()).orElseThrow(),
        writtenAt);
  }

  private static Stream<BigInteger> changes(List<Movement> rows) {
    return rows.stream().filter(row -> row.kind() == Movement.Kind.CHANGE).map(Movement::total);
  }

  static LocalDate dayOf(Movement row) {
    return LocalDate.ofInstant(row.lastTime(), ZoneOffset.UTC);
  }

  @Override
  public Page<ListedLevel, String> levelsIn(
      String warehouse, int limit, Optional<String> afterItemId) {
    List<ListedLevel> all =
        partitions.keySet().stream()
            .filter(key -> key.warehouse().equals(warehouse))
            .filter(key -> afterItemId.map(after -> key.itemId().compareTo(after) > 0).orElse(true))
            .map(this::listed)
            .toList();
    return all.size() > limit
        ? new Page<>(all.subList(0, limit), Optional.of(all.get(limit - 1).level().itemId()))
        : new Page<>(all, Optional.empty());
  }

  @Override
  public List<ListedLevel> levelsOf(String itemId) {
    return partitions.keySet().stream()
        .filter(key -> key.itemId().equals(itemId))
        .map(this::listed)
        .toList();
  }

  private ListedLevel listed(StockKey key) {
    LevelState state = state(key);
    return new ListedLevel(
        new Level(
            key.itemId(), key.itemId(), key.warehouse(), state.units(), Position.NONE, false, ""),
        state);
  }

  @Override
  public Iterable<Closing> closings(
      StockKey key, LocalDate first, LocalDate last, boolean isAscending) {
    NavigableMap<LocalDate, Closing> days =
        closings.getOrDefault(key, new TreeMap<>()).subMap(first, true, last, true);
    return isAscending ? days.values() : days.descendingMap().values();
  }

  @Override
  public Iterable<MovementItem> oldestFirst(
      StockKey key, String after, Collection<MovementItem> itsMarks) {
    Iterator<MovementItem> movements = all(key, itsMarks).tailMap(after, false).values().iterator();
    return () -> counting(movements);
  }

  private NavigableMap<String, MovementItem> all(StockKey key, Collection<MovementItem> itsMarks) {
    NavigableMap<String, MovementItem> all =
        new TreeMap<>(partitions.getOrDefault(key, new TreeMap<>()));
    itsMarks.forEach(mark -> all.put(mark.movement().position(), mark));
    return all;
  }

  @Override
  public Iterable<MovementItem> newestFirst(
      StockKey key, Range range, Collection<MovementItem> itsMarks) {
    Iterator<MovementItem> movements =
        all(key, itsMarks).descendingMap().values().stream().filter(range::has).iterator();
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
