package inventory.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A day of files: changes, counts, and some files uploaded again. The same seed creates the same
 * day; each name puts it into different warehouses.
 */
final class Workload {

  /** The day of all uploads, in UTC. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  // On average 50; every fifth needs several transactions, between which a kill can happen.
  private static final int ROWS = 25;
  private static final int MANY_ROWS = 150;
  private static final int MANY_ONE_IN = 5;
  private static final int COUNT_ROWS = 50;
  private static final int WAREHOUSES = 5;
  private static final int ITEMS = 100;
  private static final int COPIES = Scale.CHANGE_FILES / 8;
  private static final int RECOUNTS = Scale.COUNT_FILES / 4;

  private static final Instant START = DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Duration BETWEEN_COUNTS =
      Duration.ofDays(1).dividedBy(Scale.COUNT_FILES + RECOUNTS + 1);
  // A file's rows span several counts.
  private static final long SPREAD_SECONDS = Duration.ofHours(4).toSeconds();
  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
  private static final int NANOS = 1_000_000_000;

  private final Random random;
  private final String name;
  private final List<Instant> countTimes = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();

  Workload(long seed, String name) {
    this.random = new Random(seed);
    this.name = name;
    for (int i = 0; i < Scale.COUNT_FILES + RECOUNTS; i++) {
      countTimes.add(START.plus(BETWEEN_COUNTS.multipliedBy(i + 1L)).plusMillis(i));
    }
    List<InventoryFile> changes = addChanges();
    changes.subList(0, COPIES).forEach(file -> add(file.copy(file.key() + "-copy"), uploadTime()));
    addCounts();
  }

  private List<InventoryFile> addChanges() {
    List<InventoryFile> files = new ArrayList<>();
    for (int i = 0; i < Scale.CHANGE_FILES; i++) {
      Instant start = START.plusSeconds(random.nextLong(DAY_SECONDS));
      List<Fact> rows = changes(start, i % MANY_ONE_IN == 0 ? MANY_ROWS : ROWS);
      files.add(InventoryFile.changes(key("changes", i), dialect(), rows));
      add(files.get(i), uploadTime());
    }
    return files;
  }

  private List<Fact> changes(Instant start, int count) {
    List<Fact> rows = new ArrayList<>();
    for (int row = 1; row < count; row++) {
      long units = random.nextLong(-500, 501);
      rows.add(Fact.change(warehouse(), item(), changeTime(start), units));
    }
    // The very same row again is another transaction.
    rows.add(rows.get(0));
    return rows;
  }

  /** The first counts are uploaded again under their keys: each upload is a new fact. */
  private void addCounts() {
    for (int i = 0; i < Scale.COUNT_FILES + RECOUNTS; i++) {
      Instant time = countTimes.get(i);
      List<Fact> counts = new ArrayList<>();
      for (int pair : someOf(WAREHOUSES * ITEMS)) {
        String warehouse = warehouse(pair % WAREHOUSES);
        counts.add(
            Fact.count(warehouse, item(pair / WAREHOUSES), time, random.nextLong(0, 10_000)));
      }
      add(InventoryFile.counts(key("count", i % Scale.COUNT_FILES), dialect(), counts), time);
    }
  }

  private List<Integer> someOf(int count) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(i);
    }
    Collections.shuffle(all, random);
    return all.subList(0, COUNT_ROWS);
  }

  /** Sometimes the exact time of a count, which then includes that change. */
  private Instant changeTime(Instant start) {
    if (random.nextInt(20) == 0) {
      return countTimes.get(random.nextInt(countTimes.size()));
    }
    return start.plusSeconds(random.nextLong(SPREAD_SECONDS)).plusNanos(random.nextInt(NANOS));
  }

  private Instant uploadTime() {
    return START.plusSeconds(random.nextLong(DAY_SECONDS));
  }

  private Dialect dialect() {
    return Dialect.ALL.get(random.nextInt(Dialect.ALL.size()));
  }

  private String warehouse() {
    return warehouse(random.nextInt(WAREHOUSES));
  }

  private String warehouse(int number) {
    return name + " / " + number;
  }

  private String item() {
    return item(random.nextInt(ITEMS));
  }

  private static String item(int number) {
    return "item " + number;
  }

  /** S3 sends notifications only for {@code .csv}: the test sends them for these keys. */
  private String key(String kind, int number) {
    return keyPrefix() + "%s-%02d.txt".formatted(kind, number);
  }

  private void add(InventoryFile file, Instant uploadedAt) {
    deliveries.add(new Delivery(file, uploadedAt));
  }

  /** The prefix of all keys. */
  String keyPrefix() {
    return name + "/";
  }

  /** Every file with the time of its upload; uploads of one key are in order. */
  List<Delivery> deliveries() {
    return deliveries;
  }

  /** How many uploads repeat the content of another and must change nothing. */
  int duplicates() {
    return COPIES;
  }

  /** The facts in all rows. */
  List<Fact> facts() {
    return deliveries.stream().flatMap(delivery -> delivery.file().facts().stream()).toList();
  }
}
