package inventory.pipe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.pipe.domain.EventTarget.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Outcome FAILED = new Outcome(Outcome.Kind.FAILED, "busy");
  private static final Outcome REFUSED = new Outcome(Outcome.Kind.REFUSED, "not like this");

  private final FakeTarget target = new FakeTarget();
  private final List<String> notices = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private final Delivery delivery = delivery(notices::add);

  private Delivery delivery(Undeliverable undeliverable) {
    Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1));
    return new Delivery(
        new MessageForm(Records.STREAM),
        target,
        undeliverable,
        new UndeliveredNotice(
            Records.STREAM, InstantSource.fixed(Instant.parse("2026-01-03T00:00:00Z"))),
        new Retries(backoff, stop));
  }

  @Test
  void aBatchHasOneMessageOfAGroupSoThatNoneOvertakesAnother() {
    assertThat(delivery.deliver(Records.ofKeys("a", "a", "b", "a", "b", "c"))).isTrue();
    assertThat(target.batches())
        .containsExactly(List.of("1", "3", "6"), List.of("2", "5"), List.of("4"));
  }

  @Test
  void aBatchHasTenMessagesAtMost() {
    String[] keys = IntStream.range(0, 25).mapToObj(i -> "key" + i).toArray(String[]::new);
    assertThat(delivery.deliver(Records.ofKeys(keys))).isTrue();
    assertThat(target.batches()).extracting(List::size).containsExactly(10, 10, 5);
  }

  @Test
  void aBatchIsNoLargerThanAMessageMayBe() {
    List<ShardRecord> records =
        IntStream.range(0, 3)
            .mapToObj(i -> Records.of("shard", i, "key" + i, "x".repeat(70_000)))
            .toList();
    assertThat(delivery.deliver(records)).isTrue();
    assertThat(target.batches()).extracting(List::size).containsExactly(2, 1);
  }

  @Test
  void whatFailsHoldsUpItsGroupAndNoOther() {
    AtomicInteger failures = new AtomicInteger();
    target.answer(
        message ->
            message.groupId().equals("a") && failures.incrementAndGet() <= 3
                ? FAILED
                : Outcome.SENT);
    assertThat(delivery.deliver(Records.ofKeys("a", "b", "a", "b", "a"))).isTrue();
    assertThat(target.arrived()).containsExactly("2", "4", "1", "3", "5");
  }

  @Test
  void whileTheQueueIsAwayItIsTriedAgain() {
    AtomicInteger failures = new AtomicInteger();
    target.answer(
        message -> {
          if (failures.incrementAndGet() <= 5) {
            throw new UnavailableException("away", new IllegalStateException());
          }
          return Outcome.SENT;
        });
    assertThat(delivery.deliver(Records.ofKeys("a", "a"))).isTrue();
    assertThat(target.arrived()).containsExactly("1", "2");
  }

  @Test
  void whatIsRefusedAgainAndAgainIsPutAsideAndTheNextArrives() {
    target.answer(
        message -> message.record().sequenceNumber().equals("1") ? REFUSED : Outcome.SENT);
    assertThat(delivery.deliver(Records.ofKeys("a", "a"))).isTrue();
    assertThat(target.batches())
        .containsExactly(List.of("1"), List.of("1"), List.of("1"), List.of("2"));
    assertThat(notices)
        .containsExactly(
            "{\"context\":{\"partnerResourceArn\":"
                + "\"arn:aws:pipes:eu-central-1:000000000000:pipe/inventory-local-pipe\","
                + "\"condition\":\"RetryAttemptsExhausted\",\"reason\":\"not like this\"},"
                + "\"version\":\"1.0\",\"timestamp\":\"2026-01-03T00:00:00Z\","
                + "\"KinesisBatchInfo\":{\"shardId\":\"shard\",\"startSequenceNumber\":\"1\","
                + "\"endSequenceNumber\":\"1\","
                + "\"approximateArrivalOfFirstRecord\":\"2026-01-02T03:04:05.678Z\","
                + "\"approximateArrivalOfLastRecord\":\"2026-01-02T03:04:05.678Z\","
                + "\"batchSize\":1,"
                + "\"streamArn\":\"arn:aws:kinesis:eu-central-1:000000000000:stream/events\"}}");
  }

  @Test
  void whatIsTooLargeIsPutAsideOnlyOnceThatIsKept() {
    AtomicInteger failures = new AtomicInteger();
    Delivery unlucky =
        delivery(
            notice -> {
              if (failures.incrementAndGet() <= 2) {
                throw new UnavailableException("away", new IllegalStateException());
              }
              notices.add(notice);
            });
    assertThat(unlucky.deliver(List.of(Records.of("shard", 1, "a", "x".repeat(200_000))))).isTrue();
    assertThat(notices).singleElement().asString().contains("RecordTooLarge", "262144 at most");
    assertThat(target.batches()).isEmpty();
  }

  @Test
  void toldToEndWhileTheQueueIsAwayItSaysThatNotAllIsDelivered() {
    target.answer(
        message -> {
          stop.give();
          return FAILED;
        });
    assertThat(delivery.deliver(Records.ofKeys("a"))).isFalse();
    assertThat(target.arrived()).isEqualTo(Collections.emptyList());
  }
}
