package inventory.bench;

import inventory.launcher.generate.Totals;
import inventory.launcher.verify.Verification;
import inventory.model.FileId;
import inventory.model.FileStatus;
import inventory.model.table.FileItem;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * (b) Files through the system.
 *
 * @param speed from the first upload until the record of the last file is finished
 * @param putSeconds the time until S3 had the last file
 * @param peakHeap the largest heap of ingest-service seen, in bytes, garbage included
 */
record Ingestion(Speed speed, double putSeconds, double peakHeap) {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  // Each poll costs the measured store some time.
  private static final long POLL_MILLIS = 20;
  private static final int POLLS_PER_HEAP = 25;
  private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * Uploads all files, one after the other, and waits until each is finished. Its levels are
   * durable then.
   *
   * @throws LaunchException if a file is not applied, or a level is wrong
   */
  static Ingestion measure(Work work, BenchEnvironment environment)
      throws InterruptedException, IOException {
    List<String> fileIds = new ArrayList<>();
    long begin = System.nanoTime();
    for (Totals.File file : work.totals().files()) {
      String version =
          environment
              .clients()
              .s3()
              .putObject(
                  r -> r.bucket(environment.names().bucket()).key(file.key()),
                  work.folder().resolve(file.key()))
              .versionId();
      fileIds.add(FileId.of(file.key(), version));
    }
    double putSeconds = Speed.since(begin, 1, 0).seconds();
    double peak = heap(environment);
    int polls = 0;
    for (String fileId : fileIds) {
      while (!isApplied(fileId, environment)) {
        if (System.nanoTime() - begin > LONGEST.toNanos()) {
          throw new LaunchException("file " + fileId + " is not applied after " + LONGEST);
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        polls++;
        peak = polls % POLLS_PER_HEAP == 0 ? Math.max(peak, heap(environment)) : peak;
      }
    }
    Speed speed = Speed.since(begin, work.rows(), 0);
    List<String> wrong = new Verification(environment.reports(), work.totals()).differences();
    if (!wrong.isEmpty()) {
      throw new LaunchException("there is no result: " + wrong.get(0));
    }
    return new Ingestion(speed, putSeconds, peak);
  }

  private static boolean isApplied(String fileId, BenchEnvironment environment) {
    Map<String, AttributeValue> item =
        environment
            .clients()
            .dynamoDb()
            .getItem(
                r ->
                    r.tableName(environment.names().table())
                        .consistentRead(true)
                        .key(FileItem.key(fileId)))
            .item();
    FileStatus status = item.isEmpty() ? FileStatus.RECEIVED : FileItem.of(item).status();
    if (status.finished() && status != FileStatus.APPLIED) {
      throw new LaunchException("file " + fileId + " ended as " + status + ", not as APPLIED");
    }
    return status == FileStatus.APPLIED;
  }

  private static double heap(BenchEnvironment environment)
      throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(environment.metrics()).build(), BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith(HEAP))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
