package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.FreshnessRecords;
import inventory.alert.outbox.FreshnessRecords.FreshnessRecord;
import inventory.model.Backoff;
import inventory.model.FileId;
import inventory.model.FileKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How warehouses are found to be silent, on every store. */
public abstract class FreshnessRecordsContract {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Backoff BACKOFF =
      new Backoff(100, Duration.ofMillis(1), Duration.ofMillis(20));

  private final String warehouse = "Rostock " + UUID.randomUUID();
  private Instant now = START;

  /** The store. */
  protected abstract FreshnessRecords records();

  /** Stores the record of a file that was uploaded at a time. */
  protected abstract void file(String fileId, FileKind kind, Instant uploadedAt);

  /** The warehouses in the outbox of an audience, in any order. */
  protected abstract List<String> noticed(Audience audience);

  private FreshnessCheck check() {
    return new FreshnessCheck(records(), BACKOFF, () -> now);
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private String report(FileKind kind, Instant uploadedAt) {
    String fileId = FileId.of("inventory.csv", UUID.randomUUID().toString());
    file(fileId, kind, uploadedAt);
    record(fileId);
    return fileId;
  }

  private void record(String fileId) {
    FreshnessCheck.Reported reported = new FreshnessCheck.Reported();
    Stream<Hint> hints =
        Stream.of(
            new Hint("a", Optional.of(warehouse)),
            new Hint("b", Optional.of(warehouse)),
            new Hint("c", Optional.empty()));
    assertThat(reported.of(hints)).hasSize(3);
    check().record(fileId, reported);
  }

  private void reportDaily(int days) {
    for (int day = 0; day < days; day++) {
      report(FileKind.TRANSACTIONS, day(day));
    }
  }

  private long noticesOfOurs() {
    return noticed(Audience.OPERATIONS).stream().filter(warehouse::equals).count();
  }

  private FreshnessRecord stored() {
    return records().find(warehouse).orElseThrow();
  }

  /** Checks until the index lists the warehouse. */
  private void awaitNotices(int count) {
    await()
        .until(
            () -> {
              check().check();
              return noticesOfOurs();
            },
            found -> found == count);
  }

  @Test
  void aSilentWarehouseIsReportedOnceUntilItReportsAgain() {
    reportDaily(4);
    now = day(8);
    check().check();
    assertThat(noticesOfOurs()).as("five days are not over").isZero();

    now = day(8).plusSeconds(1);
    awaitNotices(1);
    check().check();
    now = day(80);
    check().check();
    assertThat(noticesOfOurs()).isEqualTo(1);

    report(FileKind.COUNT, day(81));
    assertThat(stored().noticedAt()).isEmpty();
    now = day(200);
    awaitNotices(2);
    assertThat(noticed(Audience.PURCHASING)).doesNotContain(warehouse);
  }

  @Test
  void aFileThatIsRecordedAgainChangesNothing() {
    reportDaily(2);
    String last = report(FileKind.TRANSACTIONS, day(2));
    FreshnessRecord before = stored();

    record(last);

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void aLateRecordOfAnOldFileDoesNotEndASilence() {
    reportDaily(4);
    now = day(30);
    awaitNotices(1);

    report(FileKind.TRANSACTIONS, day(3).minus(Duration.ofHours(12)));
    check().check();

    assertThat(stored().noticedAt()).contains(now);
    assertThat(noticesOfOurs()).isEqualTo(1);
  }

  @Test
  void onlyInventoryFilesAreReports() {
    report(FileKind.THRESHOLDS, day(0));
    record("threshold-" + UUID.randomUUID());
    record(FileId.of("unknown", "v1"));

    assertThat(records().find(warehouse)).isEmpty();
  }

  @Test
  void filesOfAWarehouseAreRecordedAtTheSameTime() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Instant uploadedAt = day(i);
      all.add(CompletableFuture.runAsync(() -> report(FileKind.TRANSACTIONS, uploadedAt)));
    }

    all.forEach(CompletableFuture::join);

    assertThat(stored().freshness().hours()).hasSize(8);
    assertThat(stored().freshness().lastFileAt()).isEqualTo(day(7));
  }
}
