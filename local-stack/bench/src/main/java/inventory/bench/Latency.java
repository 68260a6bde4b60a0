package inventory.bench;

import inventory.launcher.verify.ReportingClient.ItemTotal;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/** How long a small file or an event takes until somebody sees its effect. */
final class Latency {

  private static final int ROWS = 200;
  private static final int MAIL_ROWS = 5;
  private static final int LOW = 9;
  private static final int ENOUGH = 50;
  private static final Instant BEGIN = Instant.parse("2026-05-05T06:00:00Z");
  private static final long POLL_MILLIS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final BenchEnvironment environment;
  private int number;

  Latency(BenchEnvironment environment) {
    this.environment = environment;
  }

  /**
   * The latencies of several files or events.
   *
   * @param median milliseconds
   * @param p95 milliseconds
   * @param processorMillis the processor time of each program for one of them
   */
  record Result(int count, double median, double p95, Map<String, Double> processorMillis) {

    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;
    private static final double NANOS_PER_MILLI = 1e6;

    static Result of(Map<String, Double> processorMillis, long... nanos) {
      long[] sorted = LongStream.of(nanos).sorted().toArray();
      return new Result(sorted.length, rank(sorted, MEDIAN), rank(sorted, P95), processorMillis);
    }

    private static double rank(long[] sorted, double share) {
      return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
    }
  }

  /** From the upload of a 200-row file to the REST answer with all of its levels. */
  Result toRest(int count) throws Exception {
    // After the nth file, the level of each item is n.
    return measure(
        count, () -> upload("latency", ROWS, "l", 1, 1), () -> isTotal("l-199") && hasAllLevels());
  }

  private boolean hasAllLevels() throws InterruptedException {
    BigInteger wanted = BigInteger.valueOf(number);
    return environment.reports().items("latency").stream()
            .filter(item -> item.stockLevel().equals(wanted))
            .count()
        == ROWS;
  }

  private boolean isTotal(String item) throws InterruptedException {
    return environment
        .reports()
        .item(item)
        .map(ItemTotal::total)
        .filter(BigInteger.valueOf(number)::equals)
        .isPresent();
  }

  /** From the upload of a 5-row file with one low item to the e-mail in the mailbox. */
  Result toMail(int count) throws Exception {
    Result result =
        measure(
            count,
            () -> upload("mail", MAIL_ROWS, "m-" + number, LOW, ENOUGH),
            () -> mails().size() >= number);
    for (int i = 1; i <= number; i++) {
      String mail = Files.readString(mails().get(i - 1));
      if (!mail.contains("m-" + i + "-0") || mail.contains("m-" + i + "-1")) {
        throw new LaunchException(
            "e-mail %d does not name the low item alone:%n%s".formatted(i, mail));
      }
    }
    return result;
  }

  private List<Path> mails() throws IOException {
    try (Stream<Path> files = Files.list(environment.mail())) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  private Result measure(int count, Runnable action, Callable<Boolean> effect) throws Exception {
    long[] nanos = new long[count];
    Map<String, Duration> before = BenchEnvironment.processorTimes();
    for (int i = 0; i < count; i++) {
      number++;
      long begin = System.nanoTime();
      action.run();
      while (!effect.call()) {
        if (System.nanoTime() - begin > LONGEST.toNanos()) {
          throw new LaunchException("a file or an event has no effect after " + LONGEST);
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
      nanos[i] = System.nanoTime() - begin;
    }
    Map<String, Double> used = new TreeMap<>();
    BenchEnvironment.processorTimes()
        .forEach(
            (program, time) -> {
              Duration since = time.minus(before.getOrDefault(program, Duration.ZERO));
              used.put(program, (double) since.toMillis() / count);
            });
    return Result.of(used, nanos);
  }

  /** Uploads a file of changes; the first row has units of its own. */
  private void upload(String warehouse, int rows, String item, int firstUnits, int otherUnits) {
    StringBuilder text =
        new StringBuilder("Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n");
    for (int i = 0; i < rows; i++) {
      Instant time = BEGIN.plusSeconds(number).plusMillis(i);
      text.append(
          "%s\t%s\t%s-%d\tArticle\t%d\n"
              .formatted(time, warehouse, item, i, i == 0 ? firstUnits : otherUnits));
    }
    String key = "inventory_files/2026/05/05/%s_%05d_inventory.csv".formatted(warehouse, number);
    environment
        .clients()
        .s3()
        .putObject(
            r -> r.bucket(environment.names().bucket()).key(key),
            RequestBody.fromString(text.toString()));
  }
}
