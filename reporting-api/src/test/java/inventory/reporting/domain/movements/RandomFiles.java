package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.PackedRows;
import inventory.reporting.domain.items.KnownStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Movements of files whose times overlap and collide, and their rows in the expected order, which
 * only sorting determines.
 */
final class RandomFiles {

  private static final List<String> WAREHOUSES = List.of("Aachen 1", "Berlin 1", "Berlin 2");

  private final Random random;
  private final String itemId;
  private final Instant start;
  private final List<Expected> expected = new ArrayList<>();

  private record Expected(
      Instant time, String source, int line, String warehouse, String units, int rows) {}

  RandomFiles(Random random, String itemId, Instant start) {
    this.random = random;
    this.itemId = itemId;
    this.start = start;
  }

  void fill(InMemoryMovements log, KnownStock stock) {
    WAREHOUSES.forEach(warehouse -> stock.add(warehouse, itemId));
    WAREHOUSES.forEach(warehouse -> log.addLevel(new StockKey(warehouse, itemId)));
    int files = random.nextInt(15);
    for (int file = 0; file < files; file++) {
      addFile("source" + (char) ('a' + file), log);
    }
  }

  String warehouse() {
    return WAREHOUSES.get(random.nextInt(WAREHOUSES.size()));
  }

  /** One of a few times in the file's own window, so many are equal. */
  private Instant time(int from, int width) {
    return start.plusMillis(500L * (from + random.nextInt(width)));
  }

  private void addFile(String source, InMemoryMovements log) {
    int from = random.nextInt(60);
    int width = random.nextInt(10) == 0 ? 100 : 1 + random.nextInt(12);
    Map<String, List<PackedRows.Row>> rows = new TreeMap<>();
    int lines = 1 + random.nextInt(20);
    for (int line = 2; line < lines + 2; line++) {
      PackedRows.Row row = new PackedRows.Row(line, time(from, width), random.nextInt(2001) - 1000);
      rows.computeIfAbsent(warehouse(), name -> new ArrayList<>()).add(row);
    }
    rows.forEach(
        (warehouse, its) ->
            log.put(
                TestMovements.ofRows(new StockKey(warehouse, itemId), source, its),
                movement(warehouse, source, its)));
  }

  private Movement movement(String warehouse, String source, List<PackedRows.Row> rows) {
    Movement movement = TestMovements.ofRows(new StockKey(warehouse, itemId), source, rows);
    boolean stored = rows.size() == 1 || random.nextInt(6) > 0;
    if (stored) {
      rows.forEach(
          row ->
              expected.add(
                  new Expected(row.time(), source, row.line(), warehouse, "" + row.change(), 1)));
      return movement;
    }
    expected.add(
        new Expected(
            movement.lastTime(),
            source,
            movement.lastLine(),
            warehouse,
            movement.total().toString(),
            movement.rowCount()));
    return TestMovements.withoutRows(movement);
  }

  List<String> newestFirst(Predicate<String> warehouse) {
    return expected.stream()
        .filter(row -> warehouse.test(row.warehouse()))
        .sorted(
            Comparator.comparing(Expected::time)
                .thenComparing(Expected::source)
                .thenComparing(Expected::line)
                .reversed())
        .map(
            row ->
                text(
                    row.time(), row.source(), row.line(), row.units(), row.rows(), row.warehouse()))
        .toList();
  }

  static String text(MovementEntry entry) {
    return text(
        entry.time(),
        entry.fileId().orElseThrow(),
        entry.lines().last(),
        entry.units().toString(),
        entry.lines().rows(),
        entry.position().warehouse());
  }

  private static String text(
      Instant time, String source, int line, String units, int rows, String warehouse) {
    return String.join(" ", time.toString(), source, "" + line, units, "" + rows, warehouse);
  }
}
