package inventory.reporting.domain.items;

import inventory.model.StockKey;
import inventory.reporting.domain.Page;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Levels in memory. */
public final class KnownStock implements StockReports {

  private final List<Level> levels = new ArrayList<>();

  /** Adds a level of one unit. */
  public void add(String warehouse, String itemId) {
    add(warehouse, itemId, 1);
  }

  void add(String warehouse, String itemId, long units) {
    levels.add(level(warehouse, itemId, itemId, units));
  }

  /** Sets the level of an item. */
  void set(String warehouse, String itemId, String itemName, long units) {
    levels.removeIf(level -> level.warehouse().equals(warehouse) && level.itemId().equals(itemId));
    levels.add(level(warehouse, itemId, itemName, units));
  }

  private static Level level(String warehouse, String itemId, String itemName, long units) {
    BigInteger level = BigInteger.valueOf(units);
    return new Level(itemId, itemName, warehouse, level, "", false, "2026-02-15T10:00:00Z");
  }

  @Override
  public Iterable<Level> allOf(String warehouse) {
    return in(warehouse);
  }

  private List<Level> in(String warehouse) {
    return levels.stream()
        .filter(level -> level.warehouse().equals(warehouse))
        .sorted(Comparator.comparing(Level::itemId))
        .toList();
  }

  @Override
  public boolean knowsWarehouse(String warehouse) {
    return levels.stream().anyMatch(level -> level.warehouse().equals(warehouse));
  }

  @Override
  public Page<Level, String> itemsOf(
      String warehouse, Optional<BigInteger> greaterThan, int limit, Optional<String> afterItemId) {
    return new Page<>(
        levels.stream().filter(level -> level.warehouse().equals(warehouse)).toList(),
        Optional.empty());
  }

  @Override
  public List<Level> levelsOf(String itemId) {
    return levels.stream().filter(level -> level.itemId().equals(itemId)).toList();
  }

  @Override
  public List<Level> levelsOf(Collection<StockKey> keys) {
    return levels.stream().filter(level -> keys.contains(level.key())).toList();
  }
}
