package inventory.launcher.demo;

import inventory.launcher.terminal.Progress;
import inventory.launcher.terminal.Terminal;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.sync.RequestBody;

/** Drops files into the inbox and follows them to their end. */
final class Drops {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 200;

  private final AwsClients clients;
  private final String bucket;
  private final ReportingClient reports;
  private final Terminal terminal;
  private final ExpectedLevels expected = new ExpectedLevels();
  private final ExpectedThresholds thresholds = new ExpectedThresholds();
  private final Map<String, DemoFile> dropped = new LinkedHashMap<>();
  private final LocalDate firstDay = LocalDate.now(ZoneOffset.UTC);

  Drops(AwsClients clients, String bucket, ReportingClient reports, Terminal terminal) {
    this.clients = clients;
    this.bucket = bucket;
    this.reports = reports;
    this.terminal = terminal;
  }

  /** Drops files and returns when all are finished. */
  void drop(List<DemoFile> files) throws InterruptedException {
    for (DemoFile file : files) {
      clients
          .s3()
          .putObject(r -> r.bucket(bucket).key(file.key()), RequestBody.fromBytes(file.bytes()));
      expected.add(file, Instant.now());
      thresholds.add(file);
      dropped.put(file.key(), file);
    }
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      long finished = records().stream().filter(file -> file.status().finished()).count();
      terminal.status(progress(finished));
      if (finished == dropped.size()) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new LaunchException(
            "only %d of %d files are finished after %d s"
                .formatted(finished, dropped.size(), PATIENCE.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private String progress(long finished) {
    return "  %s %d of %d files finished"
        .formatted(Progress.bar(finished, dropped.size()), finished, dropped.size());
  }

  /** The records of the files, in the order of their arrival. */
  List<ReportingClient.File> records() throws InterruptedException {
    List<ReportingClient.File> records = new ArrayList<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
      records.addAll(reports.files(day));
    }
    records.sort(Comparator.comparing(file -> Instant.parse(file.receivedAt())));
    return records;
  }

  /** The files that were dropped, by key. */
  Map<String, DemoFile> dropped() {
    return dropped;
  }

  /** What the files dropped so far add up to. */
  ExpectedLevels expected() {
    return expected;
  }

  /** What the threshold files dropped so far say. */
  ExpectedThresholds thresholds() {
    return thresholds;
  }
}
