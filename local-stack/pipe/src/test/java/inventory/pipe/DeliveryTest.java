package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.model.Record;

class DeliveryTest {

  private final FakeQueue queue = new FakeQueue();
  private final Delivery delivery =
      new Delivery(
          Records.FORM,
          queue,
          Records.RETRIES,
          InstantSource.fixed(Instant.parse("2026-01-03T00:00:00Z")));

  private void deliver(List<Record> records) throws InterruptedException {
    delivery.deliver("shard", records);
  }

  @Test
  void aBatchHasOneMessageOfAGroupSoNoneOvertakesAnother() throws InterruptedException {
    deliver(Records.ofKeys("a", "a", "b", "a", "b", "c"));
    assertThat(queue.batches())
        .containsExactly(List.of("1", "3", "6"), List.of("2", "5"), List.of("4"));
  }

  @Test
  void aBatchHasAtMostTenMessages() throws InterruptedException {
    deliver(Records.ofKeys(IntStream.range(0, 25).mapToObj(i -> "key" + i).toArray(String[]::new)));
    assertThat(queue.batches()).extracting(List::size).containsExactly(10, 10, 5);
  }

  @Test
  void aBatchIsNotLargerThanAMessageMayBe() throws InterruptedException {
    deliver(
        IntStream.range(0, 3).mapToObj(i -> Records.of(i, "key" + i, "x".repeat(70_000))).toList());
    assertThat(queue.batches()).extracting(List::size).containsExactly(2, 1);
  }

  @Test
  void aMessageThatFailsBlocksItsGroupAndNoOther() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    queue.failWith(
        message -> message.messageGroupId().equals("a") && failures.incrementAndGet() <= 3);
    deliver(Records.ofKeys("a", "b", "a", "b", "a"));
    assertThat(queue.arrived()).containsExactly("2", "4", "1", "3", "5");
  }

  @Test
  void aQueueThatDoesNotAnswerIsTriedAgain() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    queue.failWith(
        message -> {
          if (failures.incrementAndGet() <= 5) {
            throw SdkClientException.create("away");
          }
          return false;
        });
    deliver(Records.ofKeys("a", "a"));
    assertThat(queue.arrived()).containsExactly("1", "2");
  }

  @Test
  void aRecordThatNoMessageCanHoldBecomesANoticeAndTheNextArrives() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    queue.beforeNotice(
        () -> {
          if (failures.incrementAndGet() <= 2) {
            throw SdkClientException.create("away");
          }
        });
    deliver(List.of(Records.of(1, "a", "x".repeat(200_000)), Records.of(2, "a", "")));
    assertThat(queue.notices())
        .containsExactly(
            "{\"version\":\"1.0\",\"timestamp\":\"2026-01-03T00:00:00Z\","
                + "\"context\":{\"condition\":\"RecordTooLarge\","
                + "\"reason\":\"its message has 267071 bytes; the limit is 262144\"},"
                + "\"KinesisBatchInfo\":{\"shardId\":\"shard\",\"startSequenceNumber\":\"1\","
                + "\"endSequenceNumber\":\"1\",\"batchSize\":1,"
                + "\"streamArn\":\"arn:aws:kinesis:eu-central-1:000000000000:stream/events\"}}");
    assertThat(queue.arrived()).containsExactly("2");
  }
}
