package inventory.validation.check;

import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.csv.Row;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.MovementBuilder;
import inventory.model.movement.Origin;
import inventory.model.movement.PackedRows;
import inventory.model.movement.StockLevel;
import inventory.validation.domain.ItemFacts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A level in memory, with movements as ingest-service would have written them. */
final class KnownLevel implements ItemFacts.Level {

  private final StockKey key;
  private final List<Movement> movements = new ArrayList<>();
  private BigInteger units = BigInteger.ZERO;
  private boolean removed;
  private int writes;
  private Optional<BigInteger> unitsWhenReadAgain = Optional.empty();

  KnownLevel(String warehouse, String itemId) {
    key = new StockKey(warehouse, itemId);
  }

  /** Ids of files of this run begin with {@code run}; the key is the id. */
  KnownLevel file(Kind kind, String fileId, String itemName, List<PackedRows.Row> rows) {
    MovementBuilder builder = null;
    for (PackedRows.Row fact : rows) {
      Row row = new Row(fact.line(), key, itemName, fact.time(), fact.change());
      if (builder == null) {
        builder = new MovementBuilder(row);
      } else {
        builder.add(row);
      }
    }
    movements.add(builder.build(key, new Origin(kind, fileId, fileId)));
    return this;
  }

  KnownLevel change(String fileId, int line, Instant time, long units) {
    return file(Kind.CHANGE, fileId, "name", List.of(new PackedRows.Row(line, time, units)));
  }

  KnownLevel count(String fileId, Instant time, long units) {
    return file(Kind.COUNT, fileId, key.itemId(), List.of(new PackedRows.Row(2, time, units)));
  }

  /** An event; a removal is a count with any units. */
  KnownLevel event(EventType type, int sequence, Instant time, String itemName, long units) {
    movements.add(
        Movement.of(
            new Movement.Event("event " + sequence, type),
            key,
            itemName,
            type == EventType.PRODUCT_REMOVED ? Kind.COUNT : Kind.CHANGE,
            Integer.toString(sequence),
            time,
            BigInteger.valueOf(units)));
    return this;
  }

  KnownLevel offTheList() {
    removed = true;
    return this;
  }

  KnownLevel at(long level) {
    units = BigInteger.valueOf(level);
    return this;
  }

  /** Another process writes the level between two reads. */
  KnownLevel thenAt(long level) {
    unitsWhenReadAgain = Optional.of(BigInteger.valueOf(level));
    return this;
  }

  ItemFacts item() {
    return new ItemFacts(key.itemId(), List.of(this));
  }

  @Override
  public StockKey key() {
    return key;
  }

  @Override
  public StockLevel level() {
    return new StockLevel(
        units, Optional.empty(), "latest", "name", "latest", Optional.empty(), removed);
  }

  @Override
  public BigInteger revision() {
    return BigInteger.valueOf(writes);
  }

  @Override
  public void forEach(Consumer<Movement> visitor) {
    movements.sort(Comparator.comparing(Movement::position));
    movements.forEach(visitor);
  }

  @Override
  public Optional<ItemFacts.Level> again() {
    KnownLevel later = new KnownLevel(key.warehouse(), key.itemId());
    later.movements.addAll(movements);
    later.removed = removed;
    later.units = unitsWhenReadAgain.orElse(units);
    later.writes = unitsWhenReadAgain.isPresent() ? writes + 1 : writes;
    return Optional.of(later);
  }

  @Override
  public void forEachRow(Movement movement, Consumer<PackedRows.Row> visitor) {
    PackedRows.read(movement.rows().orElseThrow().packed()).forEach(visitor);
  }

  @Override
  public BigInteger changeAfter(Movement movement, String counted) {
    return movement.changeAfter(counted).orElseThrow();
  }

  @Override
  public Optional<String> fileOfThisRun(Movement movement) {
    return Optional.of(movement.fileId()).filter(fileId -> fileId.startsWith("run"));
  }
}
