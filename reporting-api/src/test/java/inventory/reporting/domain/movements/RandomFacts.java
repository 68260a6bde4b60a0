package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.PackedRows;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Facts about an item at a few times, so that many are equal: files of changes, some with rows that
 * are not stored, counts and events. They arrive in no order. It knows the level at any position.
 */
final class RandomFacts {

  private static final List<String> WAREHOUSES = List.of("Aachen 1", "Berlin 1", "Berlin 2");
  private static final Instant START = Instant.parse("2026-02-15T12:00:00Z");
  private static final Instant RECORDED_FROM = Instant.parse("2026-02-16T00:00:00Z");
  private static final int TIMES = 20;
  private static final int UNITS = 100;

  private final Random random;
  private final String itemId;
  private final Duration step;
  private final boolean mayLose;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * A fact.
   *
   * @param movement with all its rows
   * @param isLost whether the log has no rows of it
   */
  private record Fact(Movement movement, boolean isLost) {

    /** The parts that the log lists one by one. */
    Stream<Movement> parts() {
      return isLost ? Stream.of(movement) : TestMovements.rows(movement);
    }
  }

  /**
   * No facts yet.
   *
   * @param step between the times of facts
   * @param mayLose whether some movements have no rows in the log
   */
  RandomFacts(long seed, String itemId, Duration step, boolean mayLose) {
    this.random = new Random(seed);
    this.itemId = itemId;
    this.step = step;
    this.mayLose = mayLose;
  }

  Random random() {
    return random;
  }

  String warehouse() {
    return WAREHOUSES.get(random.nextInt(WAREHOUSES.size()));
  }

  Instant time() {
    return START.plus(step.multipliedBy(random.nextInt(TIMES)));
  }

  /** Adds a fact to the log: stored, or as a mark of its level. */
  void addTo(InMemoryMovements log) {
    StockKey key = new StockKey(warehouse(), itemId);
    int number = facts.size();
    String source = "%x".formatted(random.nextInt(16)) + number;
    switch (random.nextInt(6)) {
      case 0 -> add(log, TestMovements.count(key, source, time(), random.nextInt(UNITS)));
      case 1 -> add(log, TestMovements.event(key, number, Kind.CHANGE, time(), units()));
      case 2 -> add(log, TestMovements.event(key, number, Kind.COUNT, time(), 0));
      default -> addFile(log, key, source);
    }
  }

  private void addFile(InMemoryMovements log, StockKey key, String source) {
    List<PackedRows.Row> rows = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int line = 2; line < count + 2; line++) {
      rows.add(new PackedRows.Row(line, time(), units()));
    }
    Movement movement = recorded(TestMovements.ofRows(key, source, rows));
    if (mayLose && count > 1 && random.nextInt(5) == 0) {
      facts.add(new Fact(movement, true));
      log.put(movement, TestMovements.withoutRows(movement));
    } else {
      add(log, movement);
    }
  }

  private Movement recorded(Movement movement) {
    return movement.recorded(Optional.of(RECORDED_FROM.plusSeconds(facts.size() + 1L)));
  }

  private void add(InMemoryMovements log, Movement stated) {
    Movement movement = recorded(stated);
    facts.add(new Fact(movement, false));
    if (random.nextInt(5) == 0) {
      log.putMark(movement);
    } else {
      log.put(movement);
    }
  }

  private long units() {
    return random.nextInt(2 * UNITS + 1) - (long) UNITS;
  }

  /** When the last of them was recorded: each a second after the one before. */
  Instant lastRecordedAt() {
    return RECORDED_FROM.plusSeconds(facts.size());
  }

  /** The level after all that is listed up to an entry and was recorded by then. */
  BigInteger levelAfter(MovementEntry.EntryPosition entry, Instant knownAt) {
    return level(
        part ->
            part.key().warehouse().equals(entry.warehouse())
                && !part.recordedAt().orElseThrow().isAfter(knownAt)
                && positionOf(part).compareTo(entry) <= 0);
  }

  /** All rows in a warehouse that were recorded by a time. */
  List<Movement> rows(String warehouse, Instant knownAt) {
    return facts.stream()
        .flatMap(fact -> TestMovements.rows(fact.movement()))
        .filter(row -> row.key().warehouse().equals(warehouse))
        .filter(row -> !row.recordedAt().orElseThrow().isAfter(knownAt))
        .toList();
  }

  /** The level at a moment, if there was a fact by then. */
  Optional<BigInteger> levelAt(String warehouse, Instant at, Instant knownAt) {
    List<Movement> rows =
        new ArrayList<>(
            rows(warehouse, knownAt).stream().filter(row -> !row.lastTime().isAfter(at)).toList());
    Collections.shuffle(rows, random);
    return rows.isEmpty() ? Optional.empty() : Optional.of(InMemoryMovements.level(rows));
  }

  /** Whether the log lacks rows in a warehouse. */
  boolean hasLostRows(String warehouse) {
    return facts.stream()
        .anyMatch(fact -> fact.isLost() && fact.movement().key().warehouse().equals(warehouse));
  }

  private BigInteger level(Predicate<Movement> has) {
    List<Movement> parts =
        new ArrayList<>(facts.stream().flatMap(Fact::parts).filter(has).toList());
    Collections.shuffle(parts, random);
    return InMemoryMovements.level(parts);
  }

  private static MovementEntry.EntryPosition positionOf(Movement part) {
    return new MovementEntry.EntryPosition(
        part.position(), part.lastLine(), part.key().warehouse());
  }

  /** Whether a count lies between rows that are not stored: the level after them is not known. */
  boolean hasCountWithinLostRows(String warehouse) {
    List<Movement> there =
        facts.stream()
            .map(Fact::movement)
            .filter(m -> m.key().warehouse().equals(warehouse))
            .toList();
    return facts.stream()
        .filter(Fact::isLost)
        .map(Fact::movement)
        .filter(lost -> lost.key().warehouse().equals(warehouse))
        .anyMatch(
            lost ->
                there.stream()
                    .filter(each -> each.kind() == Kind.COUNT)
                    .map(count -> Position.instant(count.position()))
                    .anyMatch(
                        at -> !at.isBefore(lost.firstTime()) && at.isBefore(lost.lastTime())));
  }
}
