package inventory.launcher.generate.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.stack.LaunchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.retries.api.BackoffStrategy;

class EventPublisherTest {

  private static final BackoffStrategy QUICK = BackoffStrategy.retryImmediately();

  /** Takes records, but for a share of each batch. */
  private static final class Rejecting implements EventTarget {

    final List<EventRecord> taken = new ArrayList<>();
    final List<List<EventRecord>> batches = new ArrayList<>();
    private final Random random = new Random(1);
    private final double share;

    Rejecting(double share) {
      this.share = share;
    }

    @Override
    public int maxRecords() {
      return 50;
    }

    @Override
    public Map<Integer, String> send(List<EventRecord> batch) {
      batches.add(batch);
      Map<Integer, String> rejected = new HashMap<>();
      for (int i = 0; i < batch.size(); i++) {
        if (random.nextDouble() < share) {
          rejected.put(i, "ProvisionedThroughputExceededException");
        } else {
          taken.add(batch.get(i));
        }
      }
      return rejected;
    }
  }

  @Test
  void recordsStayCompleteAndInOrderIfAThirdOfEachBatchIsRejected() throws Exception {
    Rejecting target = new Rejecting(0.33);
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
  void aBatchKeepsItsLimitAndHasEachKeyOnce() throws Exception {
    Rejecting target = new Rejecting(0);
    EventPublisher publisher = new EventPublisher(target, QUICK);
    for (int i = 0; i < 1_000; i++) {
      publisher.accept(new EventRecord("P" + i % 60, "x".repeat(i % 40)));
    }
    publisher.flush();
    assertThat(target.batches)
        .allSatisfy(
            batch -> {
              assertThat(batch).hasSizeLessThanOrEqualTo(50);
              List<String> keys = batch.stream().map(EventRecord::partitionKey).toList();
              assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
            });
    assertThat(target.taken).hasSize(1_000);
  }

  @Test
  void thePublisherGivesUpOnATargetThatRejectsEverything() throws Exception {
    EventPublisher publisher = new EventPublisher(new Rejecting(1), QUICK);
    publisher.accept(new EventRecord("P1", "a"));
    publisher.accept(new EventRecord("P1", "b"));
    assertThatThrownBy(publisher::flush)
        .isInstanceOf(LaunchException.class)
        .hasMessage(
            "2 records are not published: they were rejected 18 times, most recently with"
                + " \"ProvisionedThroughputExceededException\"");
  }
}
