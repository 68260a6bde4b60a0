package inventory.alert.domain;

import static inventory.alert.domain.Stock.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.AlertEvent;
import inventory.alert.notification.StockEvent;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.StockKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of an outbox: it keeps unsent entries by batch, for one sender at a time. */
public abstract class OutboxContract {

  private static final Instant UNTIL = NOW.plusSeconds(30);

  // Unique for each test: the tests share a store.
  private final String name = UUID.randomUUID().toString();
  private final String batch = "batch " + name;
  private final AlertPolicy policy = new AlertPolicy(false);

  /** The alerts whose events go to the outbox. */
  protected abstract Alerts alerts();

  /** The outbox. */
  protected abstract Outbox outbox();

  @Test
  void anUnknownBatchHasNothingUnsent() {
    assertThat(outbox().hasUnsent(batch)).isFalse();
    assertThat(outbox().unsent(batch)).isEmpty();
    assertThat(outbox().batchesUnsentSince(NOW.plusSeconds(1))).doesNotContain(batch);
  }

  @Test
  void moreEntriesThanOneRequestAllowsAreReadAndRemoved() {
    enqueue(batch, 0, 150);

    List<Entry> unsent = outbox().unsent(batch);
    assertThat(items(unsent)).containsExactlyInAnyOrderElementsOf(names(0, 150));
    assertThat(unsent).extracting(Entry::id).doesNotHaveDuplicates();

    outbox().markSent(batch, unsent.subList(0, 120));
    assertThat(outbox().unsent(batch)).isEqualTo(unsent.subList(120, 150));
    assertThat(outbox().hasUnsent(batch)).isTrue();

    outbox().markSent(batch, unsent);
    assertThat(outbox().hasUnsent(batch)).isFalse();
    assertThat(outbox().unsent(batch)).isEmpty();
  }

  @Test
  void entriesAddedDuringADispatchStay() {
    enqueue(batch, 0, 2);
    List<Entry> sent = outbox().unsent(batch);
    enqueue(batch, 2, 3);

    outbox().markSent(batch, sent);

    assertThat(items(outbox().unsent(batch))).containsExactlyElementsOf(names(2, 3));
  }

  @Test
  void batchesDoNotMix() {
    enqueue(batch, 0, 1);
    enqueue(batch + " too", 1, 3);

    outbox().markSent(batch, outbox().unsent(batch));

    assertThat(outbox().hasUnsent(batch)).isFalse();
    assertThat(items(outbox().unsent(batch + " too")))
        .containsExactlyInAnyOrderElementsOf(names(1, 3));
  }

  @Test
  void theEventsOfOneAlertKeepTheirOrder() {
    AlertId alert = AlertId.of(new StockKey("Berlin", name));
    List<AlertEvent> reported = new ArrayList<>();
    AlertRecord record = AlertRecord.NONE;
    for (int step = 0; step < 24; step++) {
      StockStatus status = Stock.of(alert, step % 2 == 0 ? -step : 10);
      Transition next = policy.decide(status, record, NOW).orElseThrow();
      assertThat(alerts().write(List.of(next), trigger(batch))).isTrue();
      record = next.after();
      if (next.notifies()) {
        reported.add(next.event("a.csv"));
      }
    }

    assertThat(reported).hasSize(12);
    assertThat(outbox().unsent(batch)).extracting(Entry::event).isEqualTo(reported);
  }

  @Test
  void aClaimedBatchIsRefusedToOthersUntilTheClaimEnds() {
    assertThat(outbox().claim(batch, "a", NOW, UNTIL)).isTrue();

    assertThat(outbox().claim(batch, "b", NOW, UNTIL)).isFalse();
    assertThat(outbox().claim(batch, "b", UNTIL, UNTIL.plusSeconds(30))).isFalse();
    assertThat(outbox().claim(batch, "b", UNTIL.plusMillis(1), UNTIL.plusSeconds(30))).isTrue();
    assertThat(outbox().claim(batch, "a", UNTIL.plusMillis(1), UNTIL.plusSeconds(30))).isFalse();
  }

  @Test
  void theHolderExtendsItsClaim() {
    outbox().claim(batch, "a", NOW, UNTIL);

    assertThat(outbox().claim(batch, "a", NOW, UNTIL.plusSeconds(30))).isTrue();

    assertThat(outbox().claim(batch, "b", UNTIL.plusMillis(1), UNTIL.plusSeconds(60))).isFalse();
  }

  @Test
  void onlyTheHolderReleasesItsClaim() {
    outbox().claim(batch, "a", NOW, UNTIL);

    outbox().release(batch, "b");
    assertThat(outbox().claim(batch, "b", NOW, UNTIL)).isFalse();

    outbox().release(batch, "a");
    assertThat(outbox().claim(batch, "b", NOW, UNTIL)).isTrue();
  }

  @Test
  void releasingAnUnclaimedBatchDoesNothing() {
    outbox().release(batch, "a");

    assertThat(outbox().claim(batch, "b", NOW, UNTIL)).isTrue();
  }

  @Test
  void aClaimIsNotAnEntry() {
    outbox().claim(batch, "a", NOW, UNTIL);

    assertThat(outbox().hasUnsent(batch)).isFalse();
    assertThat(outbox().batchesUnsentSince(NOW.plusSeconds(60))).doesNotContain(batch);
  }

  @Test
  void aBatchIsIncompleteOnceItsEntriesAreOldEnough() {
    enqueue(batch, 0, 3);

    assertThat(outbox().batchesUnsentSince(NOW)).doesNotContain(batch);
    assertThat(outbox().batchesUnsentSince(NOW.plusMillis(1))).contains(batch);

    outbox().markSent(batch, outbox().unsent(batch));
    assertThat(outbox().batchesUnsentSince(NOW.plusMillis(1))).doesNotContain(batch);
  }

  private void enqueue(String to, int from, int upTo) {
    for (int i = from; i < upTo; i += Alerts.MAX_TRANSITIONS) {
      List<Transition> transitions =
          names(i, Math.min(upTo, i + Alerts.MAX_TRANSITIONS)).stream()
              .map(item -> Stock.of(AlertId.of(new StockKey("Berlin", item)), 0))
              .map(status -> policy.decide(status, AlertRecord.NONE, NOW).orElseThrow())
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
