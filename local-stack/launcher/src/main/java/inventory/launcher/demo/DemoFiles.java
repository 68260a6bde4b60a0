package inventory.launcher.demo;

import inventory.launcher.generate.Catalog;
import inventory.launcher.generate.Catalog.Item;
import inventory.launcher.generate.ExpectedLevels.Level;
import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileGenerator;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Rows.Dialect;
import inventory.launcher.generate.SeededRandom;
import inventory.launcher.generate.Totals.Threshold;
import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of the demonstration, next to the customer's samples. */
final class DemoFiles {

  /** The warehouse that is counted. */
  static final String COUNTED = "Hamburg 2";

  private static final List<String> WAREHOUSES =
      List.of(COUNTED, "Leipzig 3", "München 5", "Zürich 1");
  private static final List<Item> ITEMS = IntStream.range(0, 8).mapToObj(Catalog::item).toList();

  /** An item that is sold each day of two weeks, so its closings tell how long it lasts. */
  static final Item STEADY = Catalog.item(8);

  /** The warehouse that sells it. */
  static final String SELLING = "München 5";

  private static final int DAYS = 14;
  private static final int DELIVERED = 63;

  /** The address of the counted warehouse's buyer. */
  static final String BUYER = "hamburg@example.com";

  /** Who is notified of what the buyer does not acknowledge. */
  static final String HEAD = "head@example.com";

  // A demonstration takes some minutes; a rule has at most 24 digests.
  private static final int DIGESTS = 24;
  private static final int FILES = 24;
  private static final int ROWS = 40;
  private static final BigInteger NOT_LOW = BigInteger.valueOf(StockState.DEFAULT_THRESHOLD);

  private final Recipe recipe;
  private final SeededRandom random;
  private final FileDrop drop;

  /**
   * Prepares the files.
   *
   * @param start when the generated day begins
   */
  DemoFiles(long seed, Instant start, FileDrop drop) {
    this.recipe = new Recipe(seed, start, WAREHOUSES, ITEMS.size(), 0, 0, 0.005, 0.01);
    this.random = new SeededRandom(seed);
    this.drop = drop;
  }

  /**
   * A rule for the counted warehouse: a digest at each of the next minutes, and an escalation after
   * seconds, so that nobody waits for them until tomorrow.
   */
  void recipients() throws IOException, InterruptedException {
    LocalTime next = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    String digests =
        IntStream.range(0, DIGESTS)
            .mapToObj(i -> "\"" + next.plusMinutes(i) + "\"")
            .collect(Collectors.joining(", "));
    String rules =
        """
        {
          "reason": "%s has a buyer of its own",
          "rules": [
            {
              "name": "Hamburg",
              "warehouses": ["%s"],
              "to": ["%s"],
              "timeZone": "UTC",
              "digestAt": [%s],
              "escalateAfter": "3s",
              "escalateTo": ["%s"]
            }
          ]
        }
        """
            .formatted(COUNTED, COUNTED, BUYER, digests, HEAD);
    drop.text(new FileDrop.Text(Inbox.RECIPIENTS, FileKind.RECIPIENTS, rules, 1, 0), false);
  }

  /** A delivery of every item to every warehouse, a day before the sales. */
  void delivery() throws IOException, InterruptedException {
    Instant time = recipe.start().minus(Duration.ofDays(1));
    drop.rows(
        Inbox.transactions(time, "inventory"),
        FileKind.TRANSACTIONS,
        Dialect.PLAIN,
        false,
        file ->
            WAREHOUSES.forEach(
                warehouse ->
                    ITEMS.forEach(
                        item -> file.change(time, warehouse, item, random.between(130, 260)))));
  }

  /** Two weeks of an item up to yesterday: 63 delivered, three or four sold each day, 14 left. */
  void twoWeeks() throws IOException, InterruptedException {
    Instant first = recipe.start().minus(Duration.ofDays(DAYS - 1));
    drop.rows(
        Inbox.transactions(first, "inventory"),
        FileKind.TRANSACTIONS,
        Dialect.PLAIN,
        false,
        file -> {
          file.change(first, SELLING, STEADY, DELIVERED);
          for (int day = 0; day < DAYS; day++) {
            Instant noon = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(4));
            file.change(noon, SELLING, STEADY, day % 2 == 0 ? -3 : -4);
          }
        });
  }

  /** Sales and deliveries in all forms of file, some with late or bad rows. */
  void sales() throws IOException, InterruptedException {
    FileGenerator.transactions(recipe, FILES, ROWS, drop);
  }

  /** A count of every item in a warehouse, which replaces the levels so far. */
  void count() throws IOException, InterruptedException {
    drop.rows(
        "inventory-hamburg-2.csv",
        FileKind.COUNT,
        new Dialect(';', "\r\n", false),
        false,
        file ->
            ITEMS.forEach(item -> file.count(Instant.now(), COUNTED, item, random.between(0, 60))));
  }

  /** Sales after the count. */
  void salesAfterCount() throws IOException, InterruptedException {
    Instant now = Instant.now();
    drop.rows(
        Inbox.transactions(now, "inventory"),
        FileKind.TRANSACTIONS,
        Dialect.PLAIN,
        false,
        file -> ITEMS.forEach(item -> file.change(now, COUNTED, item, -random.between(1, 9))));
  }

  /** Thresholds that make stock low although no level changes: one for all warehouses, one not. */
  void thresholds() throws IOException, InterruptedException {
    String first = ITEMS.get(0).id();
    Map.Entry<StockKey, Level> lowest =
        drop.levels().levels().entrySet().stream()
            .filter(level -> WAREHOUSES.contains(level.getKey().warehouse()))
            .filter(level -> !level.getKey().itemId().equals(first))
            .filter(level -> level.getValue().units().compareTo(NOT_LOW) >= 0)
            .min(Map.Entry.comparingByValue(Comparator.comparing(Level::units)))
            .orElseThrow();
    List<Threshold> thresholds =
        List.of(
            new Threshold(first, null, 60),
            new Threshold(
                lowest.getKey().itemId(),
                lowest.getKey().warehouse(),
                lowest.getValue().units().longValueExact() + 5));
    thresholds.forEach(drop::threshold);
    drop.text(
        new FileDrop.Text(
            Inbox.thresholds(recipe.start()),
            FileKind.THRESHOLDS,
            FileGenerator.text(thresholds),
            thresholds.size(),
            0),
        false);
  }
}
