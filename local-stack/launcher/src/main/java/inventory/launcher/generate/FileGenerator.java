package inventory.launcher.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.launcher.generate.Catalog.Item;
import inventory.launcher.generate.Rows.Dialect;
import inventory.launcher.generate.Totals.Threshold;
import inventory.model.FileKind;
import inventory.model.resource.Inbox;
import inventory.model.resource.RawTables;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Generates the files of a recipe and stores them. Each method returns the totals of all files of
 * the drop.
 */
public final class FileGenerator {

  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final List<ZoneOffset> OFFSETS =
      List.of(ZoneOffset.ofHours(1), ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(5, 30));
  private static final double DELIVERIES = 0.1;
  private static final double RETURNS = 0.05;
  // A row is late by at most this many rows, so everything older can be settled.
  private static final int MAX_ROWS_LATE = 5_000;
  private static final long ROWS_PER_SETTLEMENT = 100_000;
  // SQL finds counts in the folder of a day. Counts have no time, so the day is a constant.
  private static final String COUNTS = RawTables.COUNTS_PREFIX + "2026/01/05/";
  private static final JsonMapper JSON = new JsonMapper();

  private final Recipe recipe;
  private final FileDrop drop;
  private final SeededRandom random;
  private long written;

  private FileGenerator(Recipe recipe, FileDrop drop, SeededRandom random) {
    this.recipe = recipe;
    this.drop = drop;
    this.random = random;
  }

  /**
   * Generates transaction files (requirement I2): deliveries and sales, a file every 5 minutes.
   *
   * @param files number of files, without duplicates
   * @param rows rows of each file, malformed ones included
   */
  public static Totals transactions(Recipe recipe, int files, int rows, FileDrop drop)
      throws IOException, InterruptedException {
    SeededRandom random = recipe.random(Totals.Kind.FILES, files, rows);
    FileGenerator generator = new FileGenerator(recipe, drop, random);
    Zipf popularity = new Zipf(recipe.items(), recipe.zipf());
    String name = recipe.tag(Totals.Kind.FILES, files, rows) + "_inventory";
    for (int i = 0; i < files; i++) {
      Instant begin = recipe.start().plus(PERIOD.multipliedBy(i));
      drop.rows(
          Inbox.transactions(begin.plus(PERIOD), name),
          FileKind.TRANSACTIONS,
          Dialect.number(i),
          random.chance(recipe.duplicates()),
          file -> generator.transactions(file, begin, rows, popularity));
    }
    return drop.totals(Totals.Kind.FILES, recipe.seed());
  }

  private void transactions(Rows file, Instant begin, int rows, Zipf popularity) {
    Duration interval = PERIOD.dividedBy(rows);
    for (int row = 0; row < rows; row++) {
      Instant time = begin.plus(interval.multipliedBy(row));
      Item item = Catalog.item(popularity.next(random));
      int warehouse = random.between(0, recipe.warehouses().size() - 1);
      String name = recipe.warehouses().get(warehouse);
      if (random.chance(recipe.malformed())) {
        badTransaction(file, time, name, item);
      } else {
        boolean late = random.chance(recipe.late());
        drop.tally().late += late ? 1 : 0;
        int rowsLate = late ? random.between(1, MAX_ROWS_LATE) : 0;
        ZoneOffset offset = OFFSETS.get(warehouse % OFFSETS.size());
        file.change(time.minus(interval.multipliedBy(rowsLate)), offset, name, item, units());
      }
      if (++written % ROWS_PER_SETTLEMENT == 0) {
        drop.levels().settle(time.minus(interval.multipliedBy(MAX_ROWS_LATE)));
      }
    }
  }

  /** Mostly a few units out, sometimes many in, and a few returns. */
  private long units() {
    if (random.chance(DELIVERIES)) {
      return random.between(20, 200);
    }
    return random.chance(RETURNS) ? random.between(1, 3) : -random.between(1, 9);
  }

  private void badTransaction(Rows file, Instant time, String warehouse, Item item) {
    switch (random.between(0, 4)) {
      case 0 -> file.bad(time, warehouse, item.id(), item.name(), "1.5");
      case 1 -> file.bad(time, warehouse, item.id());
      case 2 -> file.bad("yesterday", warehouse, item.id(), item.name(), -1);
      // Without an offset, the hour is not known.
      case 3 -> file.bad("2026-02-30T12:00:00", warehouse, item.id(), item.name(), -1);
      default -> file.bad(time, warehouse, "", item.name(), -1);
    }
  }

  /**
   * Generates a count file of all items for each store (requirement I3). The recipe's late share is
   * ignored: a count applies from its upload.
   */
  public static Totals counts(Recipe recipe, FileDrop drop)
      throws IOException, InterruptedException {
    SeededRandom random = recipe.random(Totals.Kind.COUNTS);
    FileGenerator generator = new FileGenerator(recipe, drop, random);
    String name = COUNTS + "inventory-" + recipe.tag(Totals.Kind.COUNTS) + "-";
    for (int i = 0; i < recipe.warehouses().size(); i++) {
      String store = recipe.warehouses().get(i);
      drop.rows(
          name + (i + 1) + ".csv",
          FileKind.COUNT,
          Dialect.number(i + 1),
          random.chance(recipe.duplicates()),
          file -> generator.counts(file, store));
    }
    return drop.totals(Totals.Kind.COUNTS, recipe.seed());
  }

  private void counts(Rows file, String store) {
    for (int i = 0; i < recipe.items(); i++) {
      Item item = Catalog.counted(i);
      if (random.chance(recipe.malformed())) {
        switch (random.between(0, 2)) {
          case 0 -> file.bad(store, item.id(), random.chance(0.5) ? "-1" : "many");
          case 1 -> file.bad(store, item.id());
          default -> file.bad("", item.id(), 1);
        }
      } else {
        // Each store is counted once, so the time does not matter.
        file.count(Instant.EPOCH, store, item, random.between(0, 250));
      }
    }
  }

  /** The day of the last of so many threshold files. */
  public static Instant lastDay(Recipe recipe, int files) {
    return recipe.start().plus(Duration.ofDays(files - 1L));
  }

  /**
   * Generates threshold files (requirements T1 and T4), one for each day. Each sets a threshold for
   * every item of {@link #counts}, in all warehouses or in one. A late file arrives after that of
   * the next day and only takes effect where that one says nothing.
   *
   * @param files number of files
   */
  public static Totals thresholds(Recipe recipe, int files, FileDrop drop)
      throws IOException, InterruptedException {
    SeededRandom random = recipe.random(Totals.Kind.THRESHOLDS, files);
    FileGenerator generator = new FileGenerator(recipe, drop, random);
    Optional<FileDrop.Text> late = Optional.empty();
    for (int i = 0; i < files; i++) {
      // Files are made in the order of their days, so the last threshold is in force.
      FileDrop.Text file = generator.thresholds(i);
      if (late.isEmpty() && i < files - 1 && random.chance(recipe.late())) {
        late = Optional.of(file);
        drop.tally().late++;
        continue;
      }
      drop.text(file, false);
      if (late.isPresent()) {
        drop.text(late.get(), false);
        late = Optional.empty();
      }
    }
    return drop.totals(Totals.Kind.THRESHOLDS, recipe.seed());
  }

  private FileDrop.Text thresholds(int day) {
    ArrayNode entries = JSON.createArrayNode();
    long bad = 0;
    for (int i = 0; i < recipe.items(); i++) {
      String warehouse = random.chance(0.5) ? random.oneOf(recipe.warehouses()) : null;
      Threshold threshold =
          new Threshold(Catalog.counted(i).id(), warehouse, random.between(0, 100));
      ObjectNode entry = entry(threshold);
      entries.add(entry);
      if (random.chance(recipe.malformed())) {
        bad++;
        switch (random.between(0, 2)) {
          case 0 -> entry.remove("ItemId");
          case 1 -> entry.put("RestockIfBelow", "twenty-five");
          default -> entry.put("RestockIfBelow", random.chance(0.5) ? -1 : 2.5);
        }
      } else {
        drop.threshold(threshold);
        drop.tally().facts++;
        if (random.chance(recipe.duplicates())) {
          entries.add(entry);
          drop.tally().duplicates++;
        }
      }
    }
    drop.tally().malformed += bad;
    return new FileDrop.Text(
        Inbox.thresholds(lastDay(recipe, day + 1)),
        FileKind.THRESHOLDS,
        text(entries),
        entries.size() - bad,
        bad);
  }

  /** The text of a file with these thresholds, in one line: Athena reads JSON line by line. */
  public static String text(List<Threshold> thresholds) {
    return text(
        JSON.createArrayNode().addAll(thresholds.stream().map(FileGenerator::entry).toList()));
  }

  private static ObjectNode entry(Threshold threshold) {
    ObjectNode entry = JSON.createObjectNode().put("ItemId", threshold.itemId());
    if (threshold.warehouse() != null) {
      entry.put("WarehouseName", threshold.warehouse());
    }
    return entry.put("RestockIfBelow", threshold.restockIfBelow());
  }

  private static String text(ArrayNode entries) {
    return JSON.createObjectNode().set("ThresholdList", entries).toString();
  }
}
