package inventory.launcher.bench;

import inventory.launcher.verify.ReportingClient;
import inventory.model.StockKey;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * How long a small file takes to be seen: from the call that puts it into the bucket to the answer
 * of the REST API that has all its levels. Each file changes the same 200 items by one unit, so
 * that after the nth file all levels are n.
 */
final class Latency {

  private static final String WAREHOUSE = "latency";
  private static final int ROWS = 200;
  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final Instant BEGIN = Instant.parse("2026-05-05T06:00:00Z");
  // Each poll takes a little of the store that is measured.
  private static final long POLL_MILLIS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final AwsClients clients;
  private final String bucket;
  private final LevelCheck levels;
  private final ReportingClient reports;
  private int files;

  Latency(AwsClients clients, String bucket, LevelCheck levels, ReportingClient reports) {
    this.clients = clients;
    this.bucket = bucket;
    this.levels = levels;
    this.reports = reports;
  }

  /** The median and the 95th percentile of so many files, in milliseconds. */
  record Result(int files, double median, double p95) {

    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;
    private static final double NANOS_PER_MILLI = 1e6;

    static Result of(List<Long> nanos) {
      List<Long> sorted = new ArrayList<>(nanos);
      Collections.sort(sorted);
      return new Result(sorted.size(), rank(sorted, MEDIAN), rank(sorted, P95));
    }

    /** The nearest rank. */
    private static double rank(List<Long> sorted, double share) {
      int index = (int) Math.ceil(share * sorted.size()) - 1;
      return sorted.get(index) / NANOS_PER_MILLI;
    }
  }

  /** Measures, one file after the other. */
  Result measure(int count) throws InterruptedException {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nanos.add(one());
    }
    levels.check(expected());
    return Result.of(nanos);
  }

  private long one() throws InterruptedException {
    files++;
    String key = "inventory_files/2026/05/05/latency_%05d_inventory.csv".formatted(files);
    String content = content();
    long begin = System.nanoTime();
    clients.s3().putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(content));
    // The cheap question first; the list of all only when its answer is near.
    while (files > 1 && !isLastRowThere()) {
      pause(begin);
    }
    while (!areAllThere()) {
      pause(begin);
    }
    return System.nanoTime() - begin;
  }

  private boolean isLastRowThere() throws InterruptedException {
    BigInteger wanted = BigInteger.valueOf(files);
    return reports.item(item(ROWS - 1)).filter(i -> i.total().equals(wanted)).isPresent();
  }

  private boolean areAllThere() throws InterruptedException {
    if (files == 1 && !reports.warehouses().contains(WAREHOUSE)) {
      return false;
    }
    BigInteger wanted = BigInteger.valueOf(files);
    return reports.items(WAREHOUSE).stream()
            .filter(item -> item.stockLevel().equals(wanted))
            .count()
        == ROWS;
  }

  private static void pause(long begin) throws InterruptedException {
    if (System.nanoTime() - begin > LONGEST.toNanos()) {
      throw new LaunchException("the levels of a file are not right after " + LONGEST);
    }
    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
  }

  private String content() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      Instant time = BEGIN.plusSeconds(files).plusMillis(i);
      text.append(String.join("\t", time.toString(), WAREHOUSE, item(i), "Article no. " + i, "1"))
          .append('\n');
    }
    return text.toString();
  }

  private static String item(int number) {
    return "l-%05d".formatted(number);
  }

  private Map<StockKey, Long> expected() {
    Map<StockKey, Long> expected = new HashMap<>();
    for (int i = 0; i < ROWS; i++) {
      expected.put(new StockKey(WAREHOUSE, item(i)), (long) files);
    }
    return expected;
  }
}
