package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.launcher.verify.ReportingClient;
import inventory.model.FileStatus;
import inventory.model.table.RunItem;
import inventory.stack.Service;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of any length with 96 MB of heap (requirement I8). */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeFilesIT {

  private static final Logger LOG = LoggerFactory.getLogger(LargeFilesIT.class);

  private static final long HEAP_MEGABYTES = 96;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static Deployment system;
  private static Inbox inbox;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system =
        new Deployment(
            "large-files",
            List.of(Service.INGEST, Service.REPORTING),
            // The launcher gives its own limit on the command line; this one comes after it.
            Map.of("_JAVA_OPTIONS", "-Xmx" + HEAP_MEGABYTES + "m"));
    inbox = new Inbox(system.resources());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static List<LargeFile> files() {
    return Scale.LARGE_FILES;
  }

  @Test
  void theServiceHasNoMoreHeapThanIsSaid() throws IOException, InterruptedException {
    URI metrics = system.ingestUrl().resolve("/prometheus");
    String text =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
            .body();

    double heap =
        text.lines()
            .filter(line -> line.startsWith("jvm_memory_max_bytes{area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();

    assertThat(heap).isPositive().isLessThanOrEqualTo(HEAP_MEGABYTES << 20);
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("files")
  void aLargeFileIsAppliedWithEveryRow(LargeFile large, @TempDir Path folder)
      throws IOException, InterruptedException {
    String warehouse = large.toString();
    String key = "large/%d-%d.csv".formatted(large.rows(), large.items());
    Path file = folder.resolve("large.csv");
    large.write(file, warehouse);

    long began = System.nanoTime();
    inbox.drop(key, file);
    ReportingClient.File record = awaitFinished(key);

    LOG.info(
        "{}, {} MB: {} s from the drop to the record's end",
        large,
        Files.size(file) >> 20,
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
    assertThat(record.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(record.rowsApplied()).isEqualTo(large.rows());
    assertThat(Verdict.levels(system.reports(), warehouse)).isEqualTo(levels(large, 0));
    assertLateCount(large, warehouse);
  }

  /** The levels fall below zero now and then, as the changes are what they are. */
  @Order(2)
  @Tag("long")
  @Test
  void theValidationChecksThemAllWithTheSameHeap() throws IOException, InterruptedException {
    for (int i = 0; i < Scale.SMALL_FILES; i++) {
      Fact change = Fact.change("Small", "it-" + i, LargeFile.time(i), 1);
      inbox.drop(
          InventoryFile.changes("small/%d.csv".formatted(i), Dialect.PLAIN, List.of(change)));
    }
    inbox.awaitEmpty();
    Map<String, String> settings =
        Map.of(
            "INVENTORY_MAX_AGE_DAYS",
            "10000",
            "LOGGER_LEVELS_INVENTORY_VALIDATION_JOURNAL",
            "INFO");

    long began = System.nanoTime();
    RunningWorker worker = new RunningWorker(system, "large", settings);

    assertThat(worker.exitCode()).as(worker::toString).isEqualTo(1);
    LOG.info("validated in {} s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    RunItem run = Findings.latestRun(system.resources());
    int counts = Scale.LARGE_FILES.size();
    int rows = Scale.LARGE_FILES.stream().mapToInt(LargeFile::rows).sum();
    assertThat(run.progress().files()).isEqualTo(2 * counts + Scale.SMALL_FILES);
    assertThat(run.progress().transactions()).isEqualTo(rows + counts + Scale.SMALL_FILES);
    assertThat(run.findings()).containsOnlyKeys("negative-level", "zero-change");
  }

  /** A count of the moment of the file's middle row: the rows after it are on top of it. */
  private static void assertLateCount(LargeFile large, String warehouse)
      throws InterruptedException {
    int middle = large.rows() / 2;
    InventoryFile count =
        InventoryFile.counts(
            "late-count-of-" + large.items() + "-" + large.rows(),
            Dialect.PLAIN,
            List.of(Fact.count(warehouse, LargeFile.item(0), LargeFile.time(middle), 1_000_000)));

    inbox.announce(inbox.upload(List.of(new Delivery(count, LargeFile.time(middle)))));
    inbox.awaitEmpty();

    BigInteger after = large.sumsFrom(middle + 1).get(0);
    assertThat(Verdict.levels(system.reports(), warehouse))
        .containsEntry(LargeFile.item(0), BigInteger.valueOf(1_000_000).add(after));
  }

  private static Map<String, BigInteger> levels(LargeFile large, int firstRow) {
    Map<String, BigInteger> levels = new TreeMap<>();
    List<BigInteger> sums = large.sumsFrom(firstRow);
    for (int item = 0; item < large.items(); item++) {
      levels.put(LargeFile.item(item), sums.get(item));
    }
    return levels;
  }

  private static ReportingClient.File awaitFinished(String key) {
    return await(key)
        .atMost(PATIENCE)
        .until(() -> records(key), records -> records.stream().anyMatch(LargeFilesIT::isFinished))
        .get(0);
  }

  private static boolean isFinished(ReportingClient.File file) {
    return file.status().finished();
  }

  /** The records of a key, received today or, at midnight, yesterday. */
  private static List<ReportingClient.File> records(String key) throws InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<ReportingClient.File> all = new ArrayList<>(system.reports().files(today));
    all.addAll(system.reports().files(today.minusDays(1)));
    return all.stream().filter(file -> file.key().equals(key)).toList();
  }
}
