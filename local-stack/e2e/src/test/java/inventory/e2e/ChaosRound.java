package inventory.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.verify.ReportingClient;
import inventory.launcher.verify.ReportingClient.Warehouse;
import inventory.model.FileStatus;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of a seed, in warehouses of its own: changes, one file of them twice, counts between
 * them, stock that is low at once, and a threshold that makes stock low.
 */
final class ChaosRound {

  private static final Instant START = Workload.DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final int DAY_SECONDS = Math.toIntExact(Duration.ofDays(1).toSeconds());
  private static final int CHANGE_FILES = 6;
  private static final int ROWS = 20;
  private static final int ITEMS = 12;
  private static final int LOW_ITEMS = 3;
  private static final int DAYS = 28;

  private final Random random;
  private final long seed;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final InventoryFile low;

  ChaosRound(long seed) {
    this.random = new Random(seed);
    this.seed = seed;
    for (int i = 0; i < CHANGE_FILES; i++) {
      List<Fact> rows = Stream.generate(this::change).limit(ROWS).toList();
      add(InventoryFile.changes(prefix() + i + ".txt", dialect(), rows), time());
    }
    InventoryFile first = deliveries.get(0).file();
    add(first.copy(prefix() + "copy.txt"), time());
    for (int warehouse = 0; warehouse < 2; warehouse++) {
      Instant time = time();
      String of = warehouse(warehouse);
      List<Fact> rows =
          IntStream.range(0, ITEMS)
              .mapToObj(i -> Fact.count(of, "item-" + i, time, random.nextInt(1_000, 5_000)))
              .toList();
      add(InventoryFile.counts(prefix() + "count-" + warehouse + ".txt", dialect(), rows), time);
    }
    List<Fact> rows = new ArrayList<>();
    for (int i = 0; i < LOW_ITEMS; i++) {
      rows.add(Fact.change(lowWarehouse(), "low-" + i, START, 3));
    }
    rows.add(Fact.change(lowWarehouse(), raised(), START, 60));
    low = InventoryFile.changes("low-" + seed + ".csv", Dialect.PLAIN, rows);
  }

  private Fact change() {
    return Fact.change(
        warehouse(random.nextInt(2)),
        "item-" + random.nextInt(ITEMS),
        time(),
        random.nextInt(100, 500));
  }

  private Instant time() {
    return START.plusSeconds(random.nextInt(DAY_SECONDS));
  }

  private Dialect dialect() {
    return Dialect.ALL.get(random.nextInt(Dialect.ALL.size()));
  }

  private void add(InventoryFile file, Instant uploadedAt) {
    deliveries.add(new Delivery(file, uploadedAt));
  }

  private String warehouse(int number) {
    return "Chaos %d / %d".formatted(seed, number);
  }

  private String lowWarehouse() {
    return "Chaos " + seed + " low";
  }

  private String raised() {
    return "raised-" + seed;
  }

  private String prefix() {
    return "chaos/" + seed + "/";
  }

  /** Uploads all files. */
  void drop(Inbox inbox) {
    List<String> notifications = new ArrayList<>(inbox.upload(deliveries));
    Collections.shuffle(notifications, random);
    inbox.announce(notifications);
    String day = "2026/11/%02d".formatted(1 + seed % DAYS);
    inbox.drop(Alarms.threshold(day, raised(), 100));
    inbox.drop(low);
  }

  /** How many of its files are finished. */
  long finished(ReportingClient reports) throws InterruptedException {
    return files(reports).values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<FileStatus, Long> files(ReportingClient reports) throws InterruptedException {
    return reports.files(Workload.DAY).stream()
        .filter(file -> file.key().startsWith(prefix()) && file.status().finished())
        .collect(groupingBy(ReportingClient.File::status, counting()));
  }

  /** The facts of all files. */
  List<Fact> facts() {
    return Stream.concat(deliveries.stream().map(Delivery::file), Stream.of(low))
        .flatMap(file -> file.facts().stream())
        .toList();
  }

  /** Every level, and every file's status, is what the files add up to. */
  void assertExact(ReportingClient reports) throws InterruptedException {
    Verdict.assertLevels(reports, facts());
    assertThat(files(reports))
        .as("files of seed %d", seed)
        .isEqualTo(Map.of(FileStatus.APPLIED, deliveries.size() - 1L, FileStatus.DUPLICATE, 1L));
  }

  /** The counters that its warehouses must have. */
  List<Warehouse> counters() {
    return Oracle.levels(facts()).entrySet().stream()
        .map(
            warehouse ->
                new Warehouse(
                    warehouse.getKey(),
                    warehouse.getValue().size(),
                    warehouse.getValue().values().stream().reduce(BigInteger.ZERO, BigInteger::add),
                    warehouse.getKey().equals(lowWarehouse()) ? LOW_ITEMS + 1 : 0,
                    0))
        .toList();
  }

  /** The beginning of the lines in e-mails about items that are low. */
  List<String> lowItems() {
    return Stream.concat(
            IntStream.range(0, LOW_ITEMS).mapToObj(i -> "low-" + i), Stream.of(raised()))
        .map(item -> lowWarehouse() + " " + item)
        .toList();
  }
}
