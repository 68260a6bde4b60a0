package inventory.launcher.generate;

import inventory.launcher.generate.Catalog.Item;
import inventory.launcher.generate.Rows.Dialect;
import inventory.model.FileKind;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Generates transaction files (requirement I2): deliveries and sales, a file every 5 minutes. */
public final class TransactionFiles {

  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final List<ZoneOffset> OFFSETS =
      List.of(ZoneOffset.ofHours(1), ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(5, 30));

  private static final double DELIVERIES = 0.1;
  private static final double RETURNS = 0.05;

  // A row is late by at most this many rows, so everything older can be settled.
  private static final int MAX_ROWS_LATE = 5_000;
  private static final long ROWS_PER_SETTLEMENT = 100_000;

  private final Recipe recipe;
  private final int files;
  private final int rows;
  private final SeededRandom random;
  private final String tag;
  private final Zipf popularity;
  private final Duration interval;
  private long written;

  /**
   * Prepares the files.
   *
   * @param files number of files, without duplicates
   * @param rows rows of each file, malformed ones included
   */
  public TransactionFiles(Recipe recipe, int files, int rows) {
    this.recipe = recipe;
    this.files = files;
    this.rows = rows;
    this.random = recipe.random(Totals.Kind.FILES, files, rows);
    this.tag = recipe.tag(Totals.Kind.FILES, files, rows);
    this.popularity = new Zipf(recipe.items(), recipe.zipf());
    this.interval = PERIOD.dividedBy(rows);
  }

  /** Generates and stores the files; returns the totals of all files of the drop. */
  public Totals generate(FileDrop drop) throws IOException, InterruptedException {
    for (int i = 0; i < files; i++) {
      Instant begin = recipe.start().plus(PERIOD.multipliedBy(i));
      Instant end = begin.plus(PERIOD);
      Optional<String> again =
          random.chance(recipe.duplicates())
              ? Optional.of(Inbox.transactions(end, tag + "_again_inventory"))
              : Optional.empty();
      String key = Inbox.transactions(end, tag + "_inventory");
      drop.rows(
          key, FileKind.TRANSACTIONS, Dialect.number(i), file -> write(file, begin, drop), again);
    }
    return drop.totals(Totals.Kind.FILES, recipe.seed());
  }

  private void write(Rows file, Instant begin, FileDrop drop) {
    for (int row = 0; row < rows; row++) {
      Instant time = begin.plus(interval.multipliedBy(row));
      if (random.chance(recipe.malformed())) {
        bad(file, time);
      } else if (random.chance(recipe.late())) {
        drop.tally().late++;
        good(file, time.minus(interval.multipliedBy(random.between(1, MAX_ROWS_LATE))));
      } else {
        good(file, time);
      }
      if (++written % ROWS_PER_SETTLEMENT == 0) {
        drop.levels().settle(time.minus(interval.multipliedBy(MAX_ROWS_LATE)));
      }
    }
  }

  private void good(Rows file, Instant time) {
    int warehouse = random.between(0, recipe.warehouses().size() - 1);
    ZoneOffset offset = OFFSETS.get(warehouse % OFFSETS.size());
    file.change(time, offset, recipe.warehouses().get(warehouse), item(), units());
  }

  private Item item() {
    return Catalog.item(popularity.next(random));
  }

  /** Mostly a few units out, sometimes many in, and a few returns. */
  private long units() {
    if (random.chance(DELIVERIES)) {
      return random.between(20, 200);
    }
    return random.chance(RETURNS) ? random.between(1, 3) : -random.between(1, 9);
  }

  private void bad(Rows file, Instant time) {
    String warehouse = random.oneOf(recipe.warehouses());
    Item item = item();
    switch (random.between(0, 5)) {
      case 0 -> file.bad(time, warehouse, item.id(), item.name(), "three");
      case 1 -> file.bad(time, warehouse, item.id(), item.name(), "1.5");
      case 2 -> file.bad(time, warehouse, item.id());
      case 3 -> file.bad("yesterday", warehouse, item.id(), item.name(), -1);
      // Without an offset, the hour is not known.
      case 4 -> file.bad("2026-02-30T12:00:00", warehouse, item.id(), item.name(), -1);
      default -> file.bad(time, warehouse, "", item.name(), -1);
    }
  }
}
