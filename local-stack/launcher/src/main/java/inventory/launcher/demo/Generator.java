package inventory.launcher.demo;

import inventory.launcher.demo.RowWriter.Dialect;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.resource.Inbox;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes the files of a day of warehouses: deliveries, sales, mistakes. The same seed and day make
 * the same files.
 */
public final class Generator {

  /** The warehouses of the generated files. */
  public static final List<String> WAREHOUSES =
      List.of("Hamburg 2", "Leipzig 3", "München 5", "Zürich 1");

  private static final List<Item> ITEMS =
      List.of(
          new Item("a123v5", "tecRacer T-Shirt"),
          new Item("c77m20", "Mug, 0.3 l"),
          new Item("d23x56", "tecRacer tecPert Sticker"),
          new Item("g45678", "AWS Sticker"),
          new Item("h20w11", "Hoodie \"Cloud\"; grey"),
          new Item("j5yc89", "Book of tecRacer"),
          new Item("r345v7", "Kaffeebohnen"),
          new Item("t90k04", "Tee, grün"));

  private static final int FILES = 24;
  private static final int ROWS = 40;
  private static final int FILES_PER_BAD_ONE = 8;
  private static final long HIGH_THRESHOLD = 25;
  private static final BigInteger NOT_LOW = BigInteger.valueOf(StockState.DEFAULT_THRESHOLD);
  // How far a threshold is put above a level that it makes low.
  private static final long MARGIN = 5;
  private static final LocalTime OPENING = LocalTime.of(6, 0);
  private static final LocalTime FIRST_SALE = LocalTime.of(8, 0);
  private static final Duration PERIOD = Duration.ofMinutes(25);

  private final Random random;
  private final LocalDate day;

  /** Makes files of a day, in UTC. */
  public Generator(long seed, LocalDate day) {
    this.random = new Random(seed);
    this.day = day;
  }

  /** The morning's delivery of every item to every warehouse. */
  public DemoFile delivery() {
    Instant time = at(OPENING);
    FileWriter file = FileWriter.ofTransactions(Dialect.PLAIN);
    for (String warehouse : WAREHOUSES) {
      for (Item item : ITEMS) {
        file.rows().change(time, warehouse, item, between(130, 260));
      }
    }
    return file.file(Inbox.transactions(time, "inventory"));
  }

  /** The day's sales, 24 files in all dialects; every eighth has two bad rows. */
  public List<DemoFile> sales() {
    List<DemoFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Instant time = at(FIRST_SALE).plus(PERIOD.multipliedBy(i));
      FileWriter file = FileWriter.ofTransactions(Dialect.ALL.get(i % Dialect.ALL.size()));
      for (int row = 0; row < ROWS; row++) {
        file.rows().change(time.plusSeconds(row), warehouse(), item(), sale());
      }
      if (i % FILES_PER_BAD_ONE == FILES_PER_BAD_ONE - 1) {
        file.rows().bad(time, warehouse(), item().id(), item().name(), "three");
        file.rows().bad(time, warehouse(), item().id());
      }
      files.add(file.file(Inbox.transactions(time, "inventory")));
    }
    return files;
  }

  /** A count of every item in a warehouse. */
  public DemoFile count(String warehouse) {
    FileWriter file = FileWriter.ofCounts(new Dialect(';', "\r\n", false));
    ITEMS.forEach(item -> file.rows().count(warehouse, item, between(0, 60)));
    String name = warehouse.toLowerCase(Locale.ROOT).replace(' ', '-');
    return file.file("inventory-" + name + ".csv");
  }

  /** Sales in a warehouse at and after an instant, a millisecond apart. */
  public DemoFile salesFrom(Instant instant, String warehouse) {
    FileWriter file = FileWriter.ofTransactions(Dialect.PLAIN);
    for (Item item : ITEMS) {
      file.rows().change(instant.plusMillis(ITEMS.indexOf(item)), warehouse, item, sale());
    }
    return file.file(Inbox.transactions(instant, "inventory"));
  }

  /**
   * The day's thresholds: a higher one for an item everywhere, and one of its own for the item in a
   * warehouse that it makes low, whatever the day sold.
   *
   * @param levels the levels at the end of the day, in units
   */
  public DemoFile thresholds(Map<StockKey, BigInteger> levels) {
    List<Threshold> thresholds = new ArrayList<>();
    thresholds.add(new Threshold(ITEMS.get(0).id(), Optional.empty(), HIGH_THRESHOLD));
    levels.entrySet().stream()
        .filter(level -> WAREHOUSES.contains(level.getKey().warehouse()))
        .filter(level -> !level.getKey().itemId().equals(ITEMS.get(0).id()))
        .filter(level -> level.getValue().compareTo(NOT_LOW) >= 0)
        .min(Map.Entry.<StockKey, BigInteger>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(level -> above(level.getKey(), level.getValue()))
        .ifPresent(thresholds::add);
    return ThresholdFile.of(Inbox.thresholds(at(OPENING)), thresholds);
  }

  private static Threshold above(StockKey key, BigInteger level) {
    return new Threshold(
        key.itemId(), Optional.of(key.warehouse()), level.longValueExact() + MARGIN);
  }

  private Instant at(LocalTime time) {
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private String warehouse() {
    return WAREHOUSES.get(random.nextInt(WAREHOUSES.size()));
  }

  private Item item() {
    return ITEMS.get(random.nextInt(ITEMS.size()));
  }

  /** Mostly a few units out; now and then some come back. */
  private long sale() {
    return random.nextInt(10) == 0 ? between(1, 3) : -between(1, 9);
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
