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
 * A day of files, counts among changes, and some files uploaded again. The same seed makes the same
 * day; each name puts it into warehouses of its own.
 */
final class Workload {

  /** The day on which all is uploaded, in UTC. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  // On average 50; every fifth takes several transactions, between which the service can die.
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
  // A file's rows reach across several counts.
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

  /** The first counts are uploaded again under their keys: each upload is a fact of its own. */
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

  /** Sometimes exactly the moment of a count, which then has that change in it already. */
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

  /** The bucket announces {@code .csv} alone: these are announced by the test, as it pleases. */
  private String key(String kind, int number) {
    return keyPrefix() + "%s-%02d.txt".formatted(kind, number);
  }

  private void add(InventoryFile file, Instant uploadedAt) {
    deliveries.add(new Delivery(file, uploadedAt));
  }

  /** What all keys begin with. */
  String keyPrefix() {
    return name + "/";
  }

  /** Every file with the time of its upload; the uploads of one key in their order. */
  List<Delivery> deliveries() {
    return deliveries;
  }

  /** How many of the uploads repeat the content of another and have to change nothing. */
  int duplicates() {
    return COPIES;
  }

  /** What all rows say. */
  List<Fact> facts() {
    return deliveries.stream().flatMap(delivery -> delivery.file().facts().stream()).toList();
  }
}
