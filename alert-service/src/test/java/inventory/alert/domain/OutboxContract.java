package inventory.alert.domain;

import static inventory.alert.domain.Stock.NOW;
import static inventory.alert.notification.Audience.OPERATIONS;
import static inventory.alert.notification.Audience.PURCHASING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.StockEvent;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of an outbox: it keeps entries until they are due, for one dispatcher of an audience
 * at a time.
 */
public abstract class OutboxContract {

  private static final int WRITE = Alerts.MAX_WRITES / 2;

  private static final AtomicLong TESTS = new AtomicLong();

  // Unique for each test: the tests share a store, and a claim ends before the next test.
  private final String name = UUID.randomUUID().toString();
  private final String batch = "batch " + name;
  private final Instant start = NOW.plus(Duration.ofDays(TESTS.incrementAndGet()));
  private final Instant until = start.plusSeconds(30);
  private final AlertPolicy policy =
      new AlertPolicy(new Teams(false, FilePolicy.ALL), Duration.ZERO);

  /** The alerts whose events go to the outbox. */
  protected abstract Alerts alerts();

  /** The outbox. */
  protected abstract Outbox outbox();

  @Test
  void moreEntriesThanOneRequestAllowsAreReadAndCompleted() {
    enqueue(batch, NOW, 0, 150);

    List<Entry> due = due(NOW);
    assertThat(items(due)).containsExactlyInAnyOrderElementsOf(names(0, 150));
    assertThat(due).extracting(Entry::id).doesNotHaveDuplicates();
    assertThat(outbox().hasDue(PURCHASING, NOW)).isTrue();

    outbox().complete(PURCHASING, due.subList(0, 120));
    assertThat(due(NOW)).isEqualTo(due.subList(120, 150));

    outbox().complete(PURCHASING, due);
    assertThat(due(NOW)).isEmpty();
  }

  @Test
  void entriesAreDueAtTheirTimeTheEarliestFirst() {
    enqueue(batch, start.plusSeconds(2), 0, 1);
    enqueue(batch, start.plusSeconds(1), 1, 2);
    enqueue(batch, start.plusSeconds(3), 2, 3);

    assertThat(due(start.plusSeconds(1).minusNanos(1))).isEmpty();
    assertThat(items(due(start.plusSeconds(1)))).isEqualTo(names(1, 2));
    assertThat(items(due(start.plusSeconds(3))))
        .containsExactly(name + " 1", name + " 0", name + " 2");
    assertThat(due(start.plusSeconds(3)))
        .extracting(Entry::due)
        .containsExactly(start.plusSeconds(1), start.plusSeconds(2), start.plusSeconds(3));
  }

  @Test
  void anEntrySaysWhatItIsAbout() {
    enqueue(batch, start, 0, 1);

    AlertId alert = AlertId.of(new StockKey("Berlin", name + " 0"));
    assertThat(due(start))
        .extracting(Entry::batch, Entry::cause, Entry::event)
        .containsExactly(tuple(batch, "a.csv", new StockEvent(alert, StockState.OUT, 1)));
  }

  @Test
  void anAudienceWithoutEntriesHasNothingDue() {
    enqueue(batch, start, 0, 1);

    assertThat(outbox().hasDue(OPERATIONS, start)).isFalse();
    assertThat(outbox().due(OPERATIONS, start)).isEmpty();
  }

  @Test
  void entriesAddedDuringADispatchStay() {
    enqueue(batch, NOW, 0, 2);
    List<Entry> sent = due(NOW);
    enqueue(batch, NOW, 2, 3);

    outbox().complete(PURCHASING, sent);

    assertThat(items(due(NOW))).containsExactlyElementsOf(names(2, 3));
  }

  @Test
  void anEntryThatIsPutIsDueAtItsTimeForItsAudienceAlone() {
    Audience reminder = new Audience.Rule(name, Audience.Purpose.REMINDER);
    enqueue(batch, start, 0, 1);
    Entry first = due(start).get(0);

    outbox().put(reminder, List.of(first.dueAt(until)));
    outbox().put(reminder, List.of(first.dueAt(until)));

    assertThat(outbox().hasDue(reminder, until.minusMillis(1))).isFalse();
    assertThat(outbox().due(reminder, until)).containsExactly(first.dueAt(until));
    assertThat(due(until)).containsExactly(first);

    outbox().complete(reminder, List.of(first.dueAt(until)));
    assertThat(outbox().due(reminder, until)).isEmpty();
  }

  @Test
  void theAudiencesWithEntriesThatAreDueAreKnown() {
    Audience digest = new Audience.Rule(name, Audience.Purpose.DIGEST);
    enqueue(batch, start, 0, 1);
    outbox().put(digest, List.of(due(start).get(0).dueAt(until)));

    assertThat(outbox().dueAudiences(until.minusMillis(1)))
        .contains(PURCHASING.id())
        .doesNotContain(digest.id());
    assertThat(outbox().dueAudiences(until)).contains(PURCHASING.id(), digest.id());
    assertThat(outbox().oldestDue(until))
        .hasValueSatisfying(due -> assertThat(due).isBefore(until));
    assertThat(Audience.ruleOf(digest.id())).contains((Audience.Rule) digest);
  }

  @Test
  void theEventsOfOneAlertKeepTheirOrder() {
    AlertId alert = AlertId.of(new StockKey("Berlin", name));
    List<StockEvent> reported = new ArrayList<>();
    AlertRecord record = AlertRecord.NONE;
    for (int step = 0; step < 24; step++) {
      StockStatus status = Stock.of(alert, step % 2 == 0 ? -step : 10);
      Transition next = policy.decide(status, record, NOW).orElseThrow();
      assertThat(alerts().write(List.of(next), trigger(batch))).isTrue();
      record = next.after();
      if (next.notifies()) {
        reported.add(next.event());
      }
    }

    assertThat(reported).hasSize(12);
    assertThat(due(NOW)).extracting(Entry::event).isEqualTo(reported);
  }

  @Test
  void aClaimedAudienceIsRefusedToOthersUntilTheClaimEnds() {
    assertThat(outbox().claim(PURCHASING, "a", start, until)).isTrue();

    assertThat(outbox().claim(PURCHASING, "b", start, until)).isFalse();
    assertThat(outbox().claim(PURCHASING, "b", until, until.plusSeconds(30))).isFalse();
    Instant later = until.plusMillis(1);
    assertThat(outbox().claim(PURCHASING, "b", later, until.plusSeconds(30))).isTrue();
    assertThat(outbox().claim(PURCHASING, "a", later, until.plusSeconds(30))).isFalse();
  }

  @Test
  void audiencesAreClaimedSeparately() {
    assertThat(outbox().claim(PURCHASING, "a", start, until)).isTrue();
    assertThat(outbox().claim(OPERATIONS, "b", start, until)).isTrue();
  }

  @Test
  void theHolderExtendsItsClaim() {
    outbox().claim(PURCHASING, "a", start, until);

    assertThat(outbox().claim(PURCHASING, "a", start, until.plusSeconds(30))).isTrue();

    assertThat(outbox().claim(PURCHASING, "b", until.plusMillis(1), until.plusSeconds(60)))
        .isFalse();
  }

  @Test
  void onlyTheHolderReleasesItsClaim() {
    outbox().claim(PURCHASING, "a", start, until);

    outbox().release(PURCHASING, "b");
    assertThat(outbox().claim(PURCHASING, "b", start, until)).isFalse();

    outbox().release(PURCHASING, "a");
    assertThat(outbox().claim(PURCHASING, "b", start, until)).isTrue();
  }

  @Test
  void releasingAnUnclaimedAudienceDoesNothing() {
    outbox().release(PURCHASING, "a");

    assertThat(outbox().claim(PURCHASING, "b", start, until)).isTrue();
  }

  @Test
  void aClaimAndAnOpenBatchAreNotEntries() {
    outbox().claim(OPERATIONS, "a", start, until);
    outbox().open(batch, "a", until);

    assertThat(outbox().due(OPERATIONS, until)).isEmpty();
  }

  @Test
  void aBatchIsOpenUntilEachOfItsProcessesHasEnded() {
    outbox().open(batch, "a", until);
    outbox().open(batch, "b", until.plusSeconds(1));
    outbox().open(batch + " too", "a", until);

    assertThat(openBatches(start)).containsExactlyInAnyOrder(batch, batch + " too");
    assertThat(openBatches(until.plusSeconds(1))).containsExactly(batch);
    assertThat(openBatches(until.plusSeconds(2))).isEmpty();

    outbox().close(batch, "a");
    assertThat(openBatches(start)).containsExactlyInAnyOrder(batch, batch + " too");
    outbox().close(batch, "b");
    assertThat(openBatches(start)).containsExactly(batch + " too");
  }

  @Test
  void aProcessExtendsTheTimeForWhichABatchIsOpen() {
    outbox().open(batch, "a", until);
    outbox().open(batch, "a", until.plusSeconds(30));

    assertThat(openBatches(until.plusSeconds(20))).containsExactly(batch);
  }

  private List<String> openBatches(Instant now) {
    return outbox().openBatches(now).stream().filter(one -> one.startsWith(batch)).toList();
  }

  /** What is due of this test. */
  private List<Entry> due(Instant now) {
    return outbox().due(PURCHASING, now).stream()
        .filter(entry -> entry.batch().equals(batch))
        .toList();
  }

  private void enqueue(String to, Instant at, int from, int upTo) {
    for (int i = from; i < upTo; i += WRITE) {
      List<Transition> transitions =
          names(i, Math.min(upTo, i + WRITE)).stream()
              .map(item -> Stock.of(AlertId.of(new StockKey("Berlin", item)), 0))
              .map(status -> policy.decide(status, AlertRecord.NONE, at).orElseThrow())
              .toList();
      assertThat(alerts().write(transitions, trigger(to))).isTrue();
    }
  }

  private List<String> names(int from, int upTo) {
    return IntStream.range(from, upTo).mapToObj(i -> name + " " + i).toList();
  }

  private static Trigger trigger(String batch) {
    return new Trigger(batch, "a.csv", NOW);
  }

  private static List<String> items(List<Entry> entries) {
    return entries.stream().map(entry -> ((StockEvent) entry.event()).alert().itemId()).toList();
  }
}
