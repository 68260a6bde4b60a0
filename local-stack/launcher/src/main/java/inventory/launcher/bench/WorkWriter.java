package inventory.launcher.bench;

import inventory.launcher.bench.Work.WorkFile;
import inventory.launcher.bench.Work.WorkRow;
import inventory.model.StockKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes the files of a work, always the same ones. */
final class WorkWriter {

  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange";
  private static final Instant BEGIN = Instant.parse("2026-05-04T06:00:00Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(1));
  private static final int WAREHOUSES = 20;
  private static final int MAX_CHANGE = 50;
  private static final long SEED = 20_260_504;

  /** What the lab's loader is measured on; more would only take longer. */
  private static final int FIRST_ROWS = 20_000;

  private final WorkShape shape;
  private final int firstRows;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<WorkRow> first = new ArrayList<>();
  private final Map<StockKey, Long> totals = new HashMap<>();
  private int written;

  /**
   * Prepares a work.
   *
   * @param firstRows how many of its rows to keep for a loader that takes rows
   */
  WorkWriter(WorkShape shape, int firstRows) {
    this.shape = shape;
    this.firstRows = Math.min(firstRows, FIRST_ROWS);
  }

  /** Writes the files to a folder. */
  Work write(Path folder) throws IOException {
    List<WorkFile> files = new ArrayList<>();
    for (int i = 0; i < shape.files(); i++) {
      String key = "inventory_files/2026/05/04/%s_%05d_inventory.csv".formatted(shape.name(), i);
      Path path = folder.resolve(shape.name() + "-" + i + ".csv");
      writeFile(path);
      files.add(new WorkFile(key, path));
    }
    return new Work(shape.title(), shape.rows(), files, first, totals);
  }

  private void writeFile(Path path) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(path)) {
      out.write(HEADER);
      out.write('\n');
      for (int i = 0; i < shape.rowsPerFile(); i++) {
        WorkRow row = next();
        out.write(
            String.join(
                "\t",
                row.time(),
                row.key().warehouse(),
                row.key().itemId(),
                row.itemName(),
                Long.toString(row.change())));
        out.write('\n');
      }
    }
  }

  private WorkRow next() {
    boolean allDistinct = shape.pairs() == shape.rows();
    int pair = allDistinct ? written : random.nextInt(shape.pairs());
    int item = pair / WAREHOUSES;
    StockKey key =
        new StockKey(
            "%s %02d".formatted(shape.name(), pair % WAREHOUSES), "%s-%05d".formatted("a", item));
    long change = random.nextInt(-MAX_CHANGE, MAX_CHANGE + 1);
    WorkRow row =
        new WorkRow(key, TIME.format(BEGIN.plusMillis(written)), "Article no. " + item, change);
    written++;
    totals.merge(key, change, Long::sum);
    if (first.size() < firstRows) {
      first.add(row);
    }
    return row;
  }
}
