package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem.Parts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The table in memory; a test can change it between two reads. */
final class InMemoryStockTable implements StockTable {

  final Map<StockKey, Parts> levels = new HashMap<>();
  final Map<StockKey, TreeMap<String, Movement>> movements = new HashMap<>();
  final List<Correction> corrections = new ArrayList<>();
  Runnable beforeCorrection = () -> {};
  Runnable beforeLevel = () -> {};

  void put(Movement movement) {
    movements
        .computeIfAbsent(movement.key(), key -> new TreeMap<>())
        .put(movement.position(), movement);
  }

  void setUnits(StockKey key, BigInteger units) {
    Parts level = levels.get(key);
    levels.put(
        key,
        new Parts(
            Optional.of(units),
            level.counted(),
            level.latest(),
            level.itemName(),
            level.named(),
            level.listed(),
            level.removed(),
            level.revision().map(BigInteger.ONE::add),
            level.isInPlace()));
  }

  Optional<BigInteger> units(StockKey key) {
    return Optional.ofNullable(levels.get(key)).flatMap(Parts::units);
  }

  @Override
  public void forEachLevel(Consumer<StockKey> onLevel) {
    List.copyOf(levels.keySet()).forEach(onLevel);
    movements.forEach(
        (key, those) -> {
          boolean hasEvents = those.values().stream().anyMatch(one -> one.event().isPresent());
          if (hasEvents && !levels.containsKey(key)) {
            onLevel.accept(key);
          }
        });
  }

  @Override
  public Optional<Parts> level(StockKey key) {
    beforeLevel.run();
    return Optional.ofNullable(levels.get(key));
  }

  @Override
  public Iterable<Movement> movements(StockKey key) {
    return List.copyOf(movements.getOrDefault(key, new TreeMap<>()).values());
  }

  @Override
  public void restore(Movement movement) {
    put(movement);
  }

  @Override
  public void remove(StockKey key, String position) {
    movements.get(key).remove(position);
  }

  @Override
  public boolean correct(Correction correction) {
    beforeCorrection.run();
    StockKey key = correction.key();
    if (!Optional.ofNullable(levels.get(key)).equals(correction.from())) {
      return false;
    }
    correction
        .to()
        .ifPresentOrElse(
            level -> levels.put(key, stored(level, correction.movements() + 1)),
            () -> levels.remove(key));
    corrections.add(correction);
    put(movementOf(correction));
    return true;
  }

  static Parts stored(StockLevel level, int revision) {
    return new Parts(
        Optional.of(level.units()),
        level.counted(),
        Optional.of(level.latest()),
        Optional.of(level.itemName()),
        Optional.of(level.named()),
        level.listed(),
        level.removed(),
        Optional.of(BigInteger.valueOf(revision)),
        true);
  }

  private static Movement movementOf(Correction correction) {
    String source = Movement.CORRECTION_PREFIX + "test";
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    return new Movement(
        correction.key(),
        "corrected",
        Movement.Kind.CHANGE,
        source,
        source,
        now,
        now,
        BigInteger.ZERO,
        1,
        0,
        0,
        Optional.empty());
  }
}
