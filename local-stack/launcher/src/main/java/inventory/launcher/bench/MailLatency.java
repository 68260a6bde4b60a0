package inventory.launcher.bench;

import inventory.launcher.demo.Mailbox;
import inventory.stack.LaunchException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How long a small file takes to be told: from the call that puts it into the bucket to the e-mail
 * lying in the mailbox. Each file has five items of its own, of which one is low.
 */
final class MailLatency {

  private static final String WAREHOUSE = "mail latency";
  private static final int ROWS = 5;
  private static final int LOW = 9;
  private static final int ENOUGH = 50;
  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final Instant BEGIN = Instant.parse("2026-05-06T06:00:00Z");
  private static final long POLL_MILLIS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final S3Client s3;
  private final String bucket;
  private final Path mail;
  private int files;

  /**
   * Prepares it.
   *
   * @param mail the folder in which each e-mail becomes a file; empty so far
   */
  MailLatency(S3Client s3, String bucket, Path mail) {
    this.s3 = s3;
    this.bucket = bucket;
    this.mail = mail;
  }

  /**
   * Measures, one file after the other.
   *
   * @throws LaunchException if an e-mail is missing, or is not about the one item that is low
   */
  Latency.Result measure(int count) throws InterruptedException, IOException {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nanos.add(one());
    }
    check();
    return Latency.Result.of(nanos);
  }

  private long one() throws InterruptedException, IOException {
    files++;
    String key = "inventory_files/2026/05/06/mail_%05d_inventory.csv".formatted(files);
    String content = content();
    long begin = System.nanoTime();
    s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(content));
    while (mails() < files) {
      if (System.nanoTime() - begin > LONGEST.toNanos()) {
        throw new LaunchException("no e-mail came of " + key + " within " + LONGEST);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return System.nanoTime() - begin;
  }

  private long mails() throws IOException {
    try (Stream<Path> entries = Files.list(mail)) {
      return entries.filter(file -> file.toString().endsWith(".eml")).count();
    }
  }

  private String content() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      Instant time = BEGIN.plusSeconds(files).plusMillis(i);
      String units = String.valueOf(i == 0 ? LOW : ENOUGH);
      text.append(
              String.join("\t", time.toString(), WAREHOUSE, item(files, i), "Article " + i, units))
          .append('\n');
    }
    return text.toString();
  }

  private static String item(int file, int row) {
    return "m-%05d-%d".formatted(file, row);
  }

  /** The nth e-mail names the nth file's item that is low, and none of the others. */
  private void check() throws IOException {
    List<Mailbox.Letter> letters = letters();
    for (int file = 1; file <= letters.size(); file++) {
      String body = letters.get(file - 1).body();
      if (!body.contains(item(file, 0)) || body.contains(item(file, 1))) {
        throw new LaunchException(
            "e-mail %d should name %s alone: no result%n%s".formatted(file, item(file, 0), body));
      }
    }
    if (letters.size() != files) {
      throw new LaunchException(
          letters.size() + " e-mails came of " + files + " files, not one of each: no result");
    }
  }

  private List<Mailbox.Letter> letters() throws IOException {
    try {
      return new Mailbox(mail).letters();
    } catch (MessagingException e) {
      throw new LaunchException("an e-mail in " + mail + " cannot be read", e);
    }
  }
}
