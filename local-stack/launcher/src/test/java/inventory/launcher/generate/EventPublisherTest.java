package inventory.launcher.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.stack.LaunchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

  private static final Backoff QUICK = new Backoff(Duration.ofNanos(1), Duration.ofNanos(1), 5);

  /** Takes records, but for a share of each batch. */
  private static final class Refusing implements EventTarget {

    final List<EventRecord> taken = new ArrayList<>();
    final List<List<EventRecord>> batches = new ArrayList<>();
    private final Random random = new Random(1);
    private final double share;

    Refusing(double share) {
      this.share = share;
    }

    @Override
    public int maxRecords() {
      return 50;
    }

    @Override
    public long maxBytes() {
      return 400;
    }

    @Override
    public long bytes(EventRecord record) {
      return record.bytes().length;
    }

    @Override
    public List<Refusal> send(List<EventRecord> batch) {
      batches.add(batch);
      List<Refusal> refusals = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        if (random.nextDouble() < share) {
          refusals.add(new Refusal(i, "ProvisionedThroughputExceededException"));
        } else {
          taken.add(batch.get(i));
        }
      }
      return refusals;
    }
  }

  @Test
  void nothingIsLostOrTwiceOrOvertakenWhereAThirdOfEachBatchIsRefused() throws Exception {
    Refusing target = new Refusing(0.33);
    EventPublisher publisher = new EventPublisher(target, QUICK);
    List<EventRecord> records =
        IntStream.range(0, 2_000)
            .mapToObj(i -> new EventRecord("P" + i * i % 97, String.valueOf(i)))
            .toList();
    for (EventRecord record : records) {
      publisher.accept(record);
    }
    publisher.flush();
    assertThat(target.taken).hasSameSizeAs(records).hasSameElementsAs(records);
    for (String key : records.stream().map(EventRecord::partitionKey).distinct().toList()) {
      assertThat(target.taken.stream().filter(r -> r.partitionKey().equals(key)).toList())
          .isEqualTo(records.stream().filter(r -> r.partitionKey().equals(key)).toList());
    }
  }

  @Test
  void aBatchKeepsItsLimitsAndHasEachKeyOnce() throws Exception {
    Refusing target = new Refusing(0);
    EventPublisher publisher = new EventPublisher(target, QUICK);
    for (int i = 0; i < 1_000; i++) {
      publisher.accept(new EventRecord("P" + i % 60, "x".repeat(i % 40)));
    }
    publisher.flush();
    assertThat(target.batches)
        .allSatisfy(
            batch -> {
              assertThat(batch).hasSizeLessThanOrEqualTo(50);
              assertThat(batch.stream().mapToLong(target::bytes).sum()).isLessThanOrEqualTo(400);
              List<String> keys = batch.stream().map(EventRecord::partitionKey).toList();
              assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
            });
    assertThat(target.taken).hasSize(1_000);
  }

  @Test
  void aTargetThatRefusesAllIsGivenUpWithItsReason() throws Exception {
    EventPublisher publisher = new EventPublisher(new Refusing(1), QUICK);
    publisher.accept(new EventRecord("P1", "a"));
    publisher.accept(new EventRecord("P1", "b"));
    assertThatThrownBy(publisher::flush)
        .isInstanceOf(LaunchException.class)
        .hasMessage(
            "2 records are not published: they were refused 5 times, at last with"
                + " \"ProvisionedThroughputExceededException\"");
  }

  @Test
  void aRecordThatFitsNoBatchIsRefusedAtOnce() {
    EventPublisher publisher = new EventPublisher(new Refusing(0), QUICK);
    assertThatThrownBy(() -> publisher.accept(new EventRecord("P1", "x".repeat(401))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a record of P1 has 401 bytes; at most 400");
  }
}
