package inventory.launcher.generate;

import inventory.launcher.demo.ExpectedLevels;
import inventory.launcher.demo.Item;
import inventory.launcher.demo.RowWriter;
import inventory.launcher.demo.RowWriter.Dialect;
import inventory.model.FileKind;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Makes transaction files: what was delivered and sold, every five minutes (requirement I2). */
public final class TransactionFiles {

  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final List<ZoneOffset> OFFSETS =
      List.of(ZoneOffset.ofHours(1), ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(5, 30));

  private static final double DELIVERIES = 0.1;
  private static final double RETURNS = 0.05;

  // A row that is late is so by at most so many rows. That bounds what is not settled yet.
  private static final int MAX_ROWS_LATE = 5_000;
  private static final long ROWS_PER_SETTLEMENT = 100_000;

  private final Recipe recipe;
  private final int files;
  private final int rows;
  private final Dice dice;
  private final String tag;
  private final Zipf popularity;
  private final Duration interval;
  private final ExpectedLevels expected = new ExpectedLevels();
  private final Totals.Tally tally = new Totals.Tally();
  private long written;

  /**
   * Prepares them.
   *
   * @param files how many, without those that are dropped again
   * @param rows in each, malformed ones included
   */
  public TransactionFiles(Recipe recipe, int files, int rows) {
    this.recipe = recipe;
    this.files = files;
    this.rows = rows;
    this.dice = recipe.dice(Totals.Kind.FILES, files, rows);
    this.tag = recipe.tag(Totals.Kind.FILES, files, rows);
    this.popularity = new Zipf(recipe.items(), recipe.zipf());
    this.interval = PERIOD.dividedBy(rows);
  }

  /** Makes and drops them; returns what they add up to. */
  public Totals drop(FileDrop drop) throws IOException, InterruptedException {
    for (int i = 0; i < files; i++) {
      Instant begin = recipe.start().plus(PERIOD.multipliedBy(i));
      Dialect dialect = Dialect.ALL.get(i % Dialect.ALL.size());
      Instant end = begin.plus(PERIOD);
      Optional<String> again = Optional.empty();
      if (dice.chance(recipe.duplicates())) {
        again = Optional.of(Inbox.transactions(end, tag + "_again_inventory"));
        tally.duplicates++;
      }
      drop.drop(
          Inbox.transactions(end, tag + "_inventory"),
          FileKind.TRANSACTIONS,
          text -> write(text, dialect, begin),
          again);
    }
    return Totals.ofFiles(Totals.Kind.FILES, recipe.seed(), tally, expected, drop.files());
  }

  private FileDrop.Rows write(Writer text, Dialect dialect, Instant begin) {
    RowWriter file =
        RowWriter.ofTransactions(text, dialect, fact -> expected.add(fact, Instant.EPOCH));
    for (int row = 0; row < rows; row++) {
      Instant time = begin.plus(interval.multipliedBy(row));
      if (dice.chance(recipe.malformed())) {
        bad(file, time);
      } else {
        good(file, time);
      }
      if (++written % ROWS_PER_SETTLEMENT == 0) {
        expected.settle(time.minus(interval.multipliedBy(MAX_ROWS_LATE)));
      }
    }
    tally.facts += file.goodRows();
    tally.malformed += file.badRows();
    return new FileDrop.Rows(file.goodRows(), file.badRows());
  }

  private void good(RowWriter file, Instant onTime) {
    Instant time = onTime;
    if (dice.chance(recipe.late())) {
      time = onTime.minus(interval.multipliedBy(dice.between(1, MAX_ROWS_LATE)));
      tally.late++;
    }
    int warehouse = dice.between(0, recipe.warehouses().size() - 1);
    ZoneOffset offset = OFFSETS.get(warehouse % OFFSETS.size());
    file.change(time.atOffset(offset), recipe.warehouses().get(warehouse), item(), units());
  }

  private Item item() {
    return Catalog.item(popularity.next(dice));
  }

  /** Mostly a few units out, now and then many in, and some come back. */
  private long units() {
    if (dice.chance(DELIVERIES)) {
      return dice.between(20, 200);
    }
    return dice.chance(RETURNS) ? dice.between(1, 3) : -dice.between(1, 9);
  }

  private void bad(RowWriter file, Instant time) {
    String warehouse = dice.oneOf(recipe.warehouses());
    Item item = item();
    long units = units();
    switch (dice.between(0, 5)) {
      case 0 -> file.bad(time, warehouse, item.id(), item.name(), "three");
      case 1 -> file.bad(time, warehouse, item.id(), item.name(), "1.5");
      case 2 -> file.bad(time, warehouse, item.id());
      case 3 -> file.bad("yesterday", warehouse, item.id(), item.name(), units);
      // No offset: an hour that could be any.
      case 4 -> file.bad("2026-02-30T12:00:00", warehouse, item.id(), item.name(), units);
      default -> file.bad(time, warehouse, "", item.name(), units);
    }
  }
}
