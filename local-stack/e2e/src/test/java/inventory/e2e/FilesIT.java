package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import inventory.launcher.demo.Mailbox;
import inventory.launcher.demo.Mailbox.Letter;
import inventory.launcher.verify.ReportingClient;
import inventory.model.FileStatus;
import inventory.model.resource.Access;
import inventory.stack.LaunchException;
import inventory.stack.Service;
import inventory.testkit.EmbeddedAws;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain: a file dropped, a level reported, purchasing told. */
@Tag("full")
class FilesIT {

  private static final long SEED = 500;
  private static final int SALES = 10;
  private static final int SOLD = 3;

  private static Deployment system;
  private static Inbox inbox;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = new Deployment("files", Arrays.asList(Service.values()), Map.of());
    inbox = new Inbox(system.resources());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void theSampleOfTransactionsGivesItsLevels() throws InterruptedException {
    inbox.drop(
        new InventoryFile(
            "inventory_files/2021/02/15/20210215161700_inventory.csv",
            """
            Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange
            2021-02-15T12:00:00.000+01:00\tBerlin 1\ta123v5\ttecRacer T-Shirt\t-3
            2021-02-15T12:00:01.000+01:00\tBremen 4\td23x56\ttecRacer tecPert Sticker\t4
            2021-02-15T13:30:00.000+01:00\tAachen 1\tr345v7\tKaffeebohnen\t-30
            2021-02-15T15:00:00.000+01:00\tBorkum 1\tg45678\tAWS Sticker\t500
            2021-02-15T16:17:00.000+01:00\tBerlin 2\tj5yc89\tBook of tecRacer\t70
            """,
            List.of()));
    inbox.awaitEmpty();

    assertLevels("Berlin 1", Map.of("a123v5", -3));
    assertLevels("Bremen 4", Map.of("d23x56", 4));
    assertLevels("Aachen 1", Map.of("r345v7", -30));
    assertLevels("Borkum 1", Map.of("g45678", 500));
    assertLevels("Berlin 2", Map.of("j5yc89", 70));
  }

  @Test
  void theSampleOfCountsGivesItsLevels() throws InterruptedException {
    inbox.drop(
        new InventoryFile(
            "inventory-berlin.csv",
            """
            store,item,count
            Berlin,Echo Dot,12
            Berlin,Echo (2nd Gen),19
            Berlin,Echo Show,18
            Berlin,Echo Plus,0
            Berlin,Echo Look,10
            Berlin,Amazon Tap,15
            """,
            List.of()));
    inbox.awaitEmpty();

    assertLevels(
        "Berlin",
        Map.of(
            "Echo Dot", 12,
            "Echo (2nd Gen)", 19,
            "Echo Show", 18,
            "Echo Plus", 0,
            "Echo Look", 10,
            "Amazon Tap", 15));
  }

  private static void assertLevels(String warehouse, Map<String, Integer> expected)
      throws InterruptedException {
    Map<String, BigInteger> levels = new TreeMap<>();
    expected.forEach((item, level) -> levels.put(item, BigInteger.valueOf(level)));
    assertThat(Verdict.levels(system.reports(), warehouse)).isEqualTo(levels);
  }

  @Test
  void aDirectoryInAllDialectsGivesTheLevelsOfTheOracle() throws InterruptedException {
    List<InventoryFile> files =
        new Directory(SEED, Instant.now()).files(Scale.DIRECTORY_FILES, Scale.DIRECTORY_ROWS);

    files.forEach(inbox::drop);
    inbox.awaitEmpty();

    List<Fact> facts = files.stream().flatMap(file -> file.facts().stream()).toList();
    assertThat(facts).hasSize(Scale.DIRECTORY_FILES * Scale.DIRECTORY_ROWS);
    Verdict.assertLevels(system.reports(), facts);
    assertTotals(facts);
    assertThat(inbox.deadLetters()).isZero();
  }

  /** Across warehouses, of the first items. */
  private static void assertTotals(List<Fact> facts) throws InterruptedException {
    Map<String, Map<String, BigInteger>> levels = Oracle.levels(facts);
    for (String item : facts.stream().map(Fact::item).distinct().limit(20).toList()) {
      BigInteger total =
          levels.values().stream()
              .flatMap(items -> Stream.ofNullable(items.get(item)))
              .reduce(BigInteger.ZERO, BigInteger::add);
      assertThat(system.reports().item(item).orElseThrow().total()).as(item).isEqualTo(total);
    }
  }

  @Test
  void everyReportIsExactForWhatTheAwsCliDropped(@TempDir Path folder) throws Exception {
    assumeThat(AwsCli.isInstalled()).as("the AWS CLI is installed").isTrue();
    // Beyond 2^53 a number of JavaScript, or any double, would lose its last digit.
    Path file =
        Files.writeString(
            folder.resolve("exact.csv"),
            """
            Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange
            2026-11-20T10:00:00Z\tExact 1\tbig\tBig\t9007199254740993
            2026-11-20T10:00:00Z\tExact 1\tbelow\tBelow\t9007199254740992
            2026-11-20T10:00:00Z\tExact 1\tminus\tMinus\t-5
            2026-11-20T10:00:00Z\tExact 1\tzero\tZero\t0
            2026-11-20T10:00:00Z\tExact 2\tbig\tBig\t-2
            """);

    AwsCli.copy(file, "inventory_files/2026/11/20/exact.csv", system.environment());
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(LaunchException.class)
        .until(() -> system.reports().items("Exact 2").size() == 1);

    assertThat(Verdict.levels(system.reports(), "Exact 1"))
        .isEqualTo(
            Map.of(
                "big",
                new BigInteger("9007199254740993"),
                "below",
                new BigInteger("9007199254740992"),
                "minus",
                BigInteger.valueOf(-5),
                "zero",
                BigInteger.ZERO));
    assertThat(above("Exact 1", 9_007_199_254_740_993L)).isEmpty();
    assertThat(above("Exact 1", 9_007_199_254_740_992L)).containsExactly("big");
    assertThat(above("Exact 1", 9_007_199_254_740_991L)).containsExactly("below", "big");
    assertThat(above("Exact 1", -5)).containsExactly("below", "big", "zero");
    assertThat(above("Exact 1", -6)).containsExactly("below", "big", "minus", "zero");
    assertThat(system.reports().item("big").orElseThrow().total())
        .isEqualTo(new BigInteger("9007199254740991"));
    // The levels are there before the file is finished.
    inbox.awaitEmpty();
    assertThat(system.reports().files(LocalDate.now(ZoneOffset.UTC)))
        .filteredOn(one -> one.key().equals("inventory_files/2026/11/20/exact.csv"))
        .extracting(ReportingClient.File::status)
        .containsExactly(FileStatus.APPLIED);
  }

  private static List<String> above(String warehouse, long units) throws InterruptedException {
    return system.reports().items(warehouse, units).stream()
        .map(ReportingClient.StockedItem::itemId)
        .toList();
  }

  @Test
  void aLargeWarehouseIsPagedCompletelyWhileFilesChangeItsLevels() throws Exception {
    new LargeWarehouse(Scale.LARGE_WAREHOUSE).write(system.resources());
    AtomicInteger applied = new AtomicInteger();
    AtomicBoolean paged = new AtomicBoolean();
    ExecutorService store = Executors.newSingleThreadExecutor();
    Future<?> sales = store.submit(() -> sell(applied, paged));

    do {
      List<String> items =
          system.reports().items(LargeWarehouse.NAME).stream()
              .map(ReportingClient.StockedItem::itemId)
              .toList();
      assertThat(items).hasSize(Scale.LARGE_WAREHOUSE);
      assertThat(new HashSet<>(items)).hasSize(Scale.LARGE_WAREHOUSE);
    } while (applied.get() < 2 && !sales.isDone());
    paged.set(true);

    sales.get(1, TimeUnit.MINUTES);
    store.shutdown();
  }

  /** Drops files, each as soon as the last one counts. */
  private static Void sell(AtomicInteger applied, AtomicBoolean enough)
      throws InterruptedException {
    while (!enough.get()) {
      int files = applied.get();
      String first = LargeWarehouse.item(files);
      int before = LargeWarehouse.units(files);
      inbox.drop(sales(files));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  system.reports().item(first).orElseThrow().total().intValueExact()
                      == before - SOLD);
      applied.incrementAndGet();
    }
    return null;
  }

  /** Of items throughout the warehouse, of each some. */
  private static InventoryFile sales(int number) {
    return InventoryFile.changes(
        "inventory_files/2026/11/20/sales-%04d.csv".formatted(number),
        Dialect.PLAIN,
        IntStream.range(0, SALES)
            .mapToObj(i -> LargeWarehouse.item(number + i * (Scale.LARGE_WAREHOUSE / SALES)))
            .map(item -> Fact.change(LargeWarehouse.NAME, item, Instant.now(), -SOLD))
            .toList());
  }

  @Test
  void aHeldFileCountsWhenAnOperatorReleasesIt() throws Exception {
    inbox.drop(released(3));
    inbox.awaitEmpty();
    inbox.drop(released(4));
    inbox.awaitEmpty();
    ReportingClient.File held =
        system.reports().files(LocalDate.now(ZoneOffset.UTC)).stream()
            .filter(one -> one.status() == FileStatus.HELD)
            .findFirst()
            .orElseThrow();
    assertThat(Verdict.levels(system.reports(), "Released"))
        .isEqualTo(Map.of("r", BigInteger.valueOf(3)));

    assertThat(system.release(held, Access.VIEWER)).isEqualTo(403);
    assertThat(system.release(held, Access.OPERATOR)).isEqualTo(202);
    assertThat(system.release(held, Access.OPERATOR)).isEqualTo(202);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Verdict.levels(system.reports(), "Released"))
                    .isEqualTo(Map.of("r", BigInteger.valueOf(7))));
    inbox.awaitEmpty();
    assertThat(Verdict.levels(system.reports(), "Released"))
        .isEqualTo(Map.of("r", BigInteger.valueOf(7)));
  }

  private static InventoryFile released(long units) {
    return InventoryFile.changes(
        "inventory_files/2026/11/20/released.csv",
        Dialect.PLAIN,
        List.of(Fact.change("Released", "r", Instant.parse("2026-11-20T10:00:00Z"), units)));
  }

  @Test
  void aNewItemAtNineCausesOneEmailToPurchasing() throws Exception {
    Instant time = Instant.parse("2026-11-20T10:00:00Z");
    inbox.drop(
        InventoryFile.changes(
            "inventory_files/2026/11/20/20261120100000_inventory.csv",
            Dialect.PLAIN,
            List.of(
                Fact.change("Alarm 1", "nine-left", time, 9),
                Fact.change("Alarm 1", "ten-left", time, 10))));
    // An e-mail leaves the outbox when the mail server has accepted it.
    inbox.awaitAllEmpty();

    List<Letter> letters =
        new Mailbox(EmbeddedAws.mail())
            .letters().stream().filter(letter -> letter.body().contains("Alarm 1")).toList();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).to()).isEqualTo(Deployment.PURCHASING);
    assertThat(letters.get(0).body().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "Alarm 1 nine-left Name of nine-left 9 10 low too little history 11 = 2 x 10 - 9");
    assertThat(letters.get(0).body()).doesNotContain("ten-left");
  }
}
