package inventory.ingest.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.EventReject;
import inventory.ingest.domain.EventRejects.Hour;
import inventory.model.message.StreamRecord;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.serde.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3EventRejectsIT {

  private static final Resources AWS = EmbeddedAws.newResources();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final S3EventRejects rejects =
      new S3EventRejects(AWS.s3(), AWS.bucket(), ObjectMapper.getDefault());

  @AfterAll
  static void close() {
    AWS.close();
  }

  @Test
  void rejectsAreLinesOfJsonByTheHourOfTheirArrival() {
    Instant late = Instant.parse("2026-03-01T10:59:59.999Z");
    Instant next = Instant.parse("2026-03-01T11:00:00Z");

    List<Hour> hours =
        rejects.add(
            List.of(
                reject(1, late, "{\"event_type\": \"x\"}".getBytes(UTF_8)),
                reject(2, next, new byte[] {(byte) 0xff}),
                reject(3, late, "two\nlines".getBytes(UTF_8))));

    String ten = "rejected/events/2026/03/01/2026030110_events.jsonl";
    String eleven = "rejected/events/2026/03/01/2026030111_events.jsonl";
    assertThat(hours)
        .containsExactly(
            new Hour(ten, Instant.parse("2026-03-01T10:00:00Z"), 2, true),
            new Hour(eleven, next, 1, true));
    assertThat(lines(ten))
        .containsExactly(
            "{\"field\":\"product\",\"reason\":\"is missing\",\"eventID\":\"shard:1\","
                + "\"partitionKey\":\"p\",\"sequenceNumber\":\"1\","
                + "\"arrivedAt\":\"2026-03-01T10:59:59.999Z\","
                + "\"data\":\"{\\\"event_type\\\": \\\"x\\\"}\"}",
            "{\"field\":\"product\",\"reason\":\"is missing\",\"eventID\":\"shard:3\","
                + "\"partitionKey\":\"p\",\"sequenceNumber\":\"3\","
                + "\"arrivedAt\":\"2026-03-01T10:59:59.999Z\",\"data\":\"two\\nlines\"}");
    assertThat(lines(eleven)).first().asString().endsWith("\"dataBase64\":\"/w==\"}");
  }

  @Test
  void whatIsThereAlreadyIsNotAddedAgain() {
    EventReject first = reject(1, NOON, "a".getBytes(UTF_8));
    EventReject second = reject(11, NOON, "b".getBytes(UTF_8));

    rejects.add(List.of(first));
    Hour hour = rejects.add(List.of(first, second)).get(0);

    assertThat(hour.count()).isEqualTo(2);
    assertThat(lines(hour.key())).hasSize(2);
  }

  @Test
  void severalWritersLoseNothing() throws InterruptedException, ExecutionException {
    int writers = 4;
    int each = 10;
    Instant hour = NOON.plusSeconds(3_600);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<?>> work = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int first = writer * each;
      work.add(
          threads.submit(
              () -> {
                begin.await();
                for (int i = first; i < first + each; i++) {
                  rejects.add(List.of(reject(i, hour, "x".getBytes(UTF_8))));
                }
                return null;
              }));
    }
    begin.countDown();
    for (Future<?> one : work) {
      one.get();
    }
    threads.shutdown();

    assertThat(lines("rejected/events/2026/03/01/2026030113_events.jsonl"))
        .hasSize(writers * each)
        .doesNotHaveDuplicates();
  }

  @Test
  void anHourOfVeryManyGetsOneMoreObject() {
    Instant hour = NOON.plusSeconds(7_200);
    byte[] large = "x".repeat(S3EventRejects.MAX_BYTES / 2).getBytes(UTF_8);

    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      hours.addAll(rejects.add(List.of(reject(i, hour, large))));
    }

    String key = "rejected/events/2026/03/01/2026030114_events";
    Instant begin = Instant.parse("2026-03-01T14:00:00Z");
    assertThat(hours)
        .containsExactly(
            new Hour(key + ".jsonl", begin, 1, true),
            new Hour(key + "-2.jsonl", begin, 1, false),
            new Hour(key + "-3.jsonl", begin, 1, false));
  }

  /** A thousand events of 2 KB that arrive within an hour, ten at a time. */
  @Test
  void aBatchCostsTheSameHoweverManyWereRejectedBefore() {
    Instant hour = NOON.plusSeconds(10_800);
    Traffic traffic = new Traffic();
    S3EventRejects measured =
        new S3EventRejects(traffic.around(AWS.s3()), AWS.bucket(), ObjectMapper.getDefault());
    byte[] data = "x".repeat(2_000).getBytes(UTF_8);
    Set<String> keys = new HashSet<>();

    for (int batch = 0; batch < 100; batch++) {
      List<EventReject> ten = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        ten.add(reject(1_000_000L + batch * 10L + i, hour, data));
      }
      traffic.calls = 0;
      traffic.bytes = 0;
      measured.add(ten).forEach(written -> keys.add(written.key()));

      assertThat(traffic.calls).isLessThanOrEqualTo(3);
      assertThat(traffic.bytes).isLessThanOrEqualTo(2L * S3EventRejects.MAX_BYTES);
    }

    assertThat(keys.stream().flatMap(key -> lines(key).stream()))
        .hasSize(1_000)
        .doesNotHaveDuplicates();
  }

  /** Counts what passes between the real client and S3. */
  private static final class Traffic {

    private long calls;
    private long bytes;

    S3Client around(S3Client s3) {
      return (S3Client)
          Proxy.newProxyInstance(
              S3Client.class.getClassLoader(),
              new Class<?>[] {S3Client.class},
              (self, method, arguments) -> {
                calls++;
                try {
                  Object result = method.invoke(s3, arguments);
                  if (result instanceof ResponseBytes<?> read) {
                    bytes += read.asByteArrayUnsafe().length;
                  } else if (arguments[1] instanceof RequestBody written) {
                    bytes += written.optionalContentLength().orElseThrow();
                  }
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private static EventReject reject(long sequenceNumber, Instant arrival, byte[] data) {
    StreamRecord record =
        new StreamRecord(
            "shard:" + sequenceNumber,
            "p",
            Long.toString(sequenceNumber),
            arrival.toEpochMilli() / 1e3,
            Base64.getEncoder().encodeToString(data));
    return new EventReject(record, "missing", "product", "is missing");
  }

  private static List<String> lines(String key) {
    return AWS.s3()
        .getObjectAsBytes(request -> request.bucket(AWS.bucket()).key(key))
        .asUtf8String()
        .lines()
        .toList();
  }
}
