package inventory.ingest.domain;

import static inventory.ingest.domain.Movements.KEY;
import static inventory.ingest.domain.Movements.change;
import static inventory.ingest.domain.Movements.changes;
import static inventory.ingest.domain.Movements.count;
import static inventory.ingest.domain.Movements.event;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.Movements.Fact;
import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every ledger does: requirements I4 and I5. */
public abstract class StockLedgerContract {

  private static final String T1 = "2026-01-01T10:00:00Z";
  private static final String T2 = "2026-01-01T11:00:00Z";
  private static final String T3 = "2026-01-01T12:00:00Z";
  private static final String T4 = "2026-01-01T13:00:00Z";

  /** The ledger, empty. */
  protected abstract StockLedger ledger();

  /** How an item stands by the ledger; empty if it knows nothing of it. */
  protected abstract Optional<Stock> stockOf(StockKey key);

  /** The units of it. */
  protected final Optional<BigInteger> levelOf(StockKey key) {
    return stockOf(key).map(Stock::units);
  }

  @Test
  void anItemNeverHeardOfHasNoLevel() {
    assertThat(levelOf(KEY)).isEmpty();
  }

  @Test
  void changesAddUp() {
    record(change("a", T1, 5), change("b", T2, -7));
    assertLevel(-2);
  }

  @Test
  void aMovementCountsOnceHoweverOftenItComes() {
    Movement movement = changes("a", new Fact(T1, 5), new Fact(T1, 5));
    record(movement);
    record(movement);
    record(change("b", T2, 1));
    record(movement);
    assertLevel(11);
  }

  @Test
  void aCountSetsTheLevel() {
    record(change("a", T1, 5), count("b", T2, 3), change("c", T3, 2));
    assertLevel(5);
  }

  @Test
  void aChangeOlderThanTheCountDoesNotAlterTheLevel() {
    record(count("b", T2, 3), change("a", T1, 5));
    assertLevel(3);
  }

  @Test
  void aChangeOfTheVeryMomentOfTheCountIsInTheCount() {
    record(count("b", T2, 3), change("a", T2, 5));
    assertLevel(3);
    record(count("c", T3, 4));
    record(change("d", T3, 9));
    assertLevel(4);
  }

  @Test
  void aLateCountIsAppliedWithTheLaterChangesAddedBack() {
    record(change("a", T1, 5), change("c", T3, 7), change("d", T4, -1), count("b", T2, 100));
    assertLevel(106);
  }

  @Test
  void anOlderCountDoesNotReplaceANewerOne() {
    record(count("c", T3, 30), count("a", T1, 10), change("d", T4, 1));
    assertLevel(31);
  }

  @Test
  void twoCountsOfOneMomentHaveOneOutcome() {
    record(count("b", T2, 20), count("a", T2, 10));
    assertLevel(20);
  }

  @Test
  void aCountBetweenTheRowsOfOneFileTakesThoseBehindIt() {
    record(changes("a", new Fact(T1, 1), new Fact(T4, 1000), new Fact(T2, 10), new Fact(T3, 100)));
    record(count("b", T2, 5));
    assertLevel(1105);
    record(changes("c", new Fact(T1, 3), new Fact(T3, 4)));
    assertLevel(1109);
  }

  @Test
  void anEventCountsOnceHoweverOftenItIsDeliveredOrPublished() {
    Movement event = event("e1", EventType.QUANTITY_CHANGED, 7, T1, 5);
    Movement publishedAgain = event("e1", EventType.QUANTITY_CHANGED, 9, T1, 5);
    for (Movement delivery : List.of(event, event, publishedAgain, event, publishedAgain)) {
      assertThat(ledger().record(List.of(delivery))).isEmpty();
    }
    assertLevel(5);
  }

  @Test
  void anotherEventWithTheIdOfOneIsRefused() {
    Movement event = event("e1", EventType.QUANTITY_CHANGED, 7, T1, 5);
    Movement other = event("e1", EventType.QUANTITY_CHANGED, 8, T2, 5);
    StockKey otherKey = new StockKey("Berlin", "another item");

    record(event);

    assertThat(ledger().record(List.of(other))).containsExactly(other);
    assertThat(ledger().record(List.of(Movements.of(otherKey, other)))).isEmpty();
    assertLevel(5);
    assertThat(levelOf(otherKey)).contains(BigInteger.valueOf(5));
  }

  @Test
  void aRemovedItemIsOffTheListWithNoneLeftUntilItIsAddedAgain() {
    record(event("e1", EventType.PRODUCT_ADDED, 1, T1, 10));
    record(event("e2", EventType.PRODUCT_REMOVED, 2, T2, 0));
    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.ZERO, "name by e2", true));

    record(event("e3", EventType.QUANTITY_CHANGED, 3, T3, 4));
    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.valueOf(4), "name by e2", true));

    record(event("e4", EventType.PRODUCT_ADDED, 4, T4, 5));
    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.valueOf(9), "name by e4", false));
  }

  @Test
  void eventsOfOneMomentCountInTheOrderOfTheStreamHoweverTheyCome() {
    List<Movement> events =
        List.of(
            event("e1", EventType.PRODUCT_ADDED, 8, T1, 10),
            event("e2", EventType.QUANTITY_CHANGED, 9, T1, -3),
            event("e3", EventType.PRODUCT_REMOVED, 10, T1, 0),
            event("e4", EventType.PRODUCT_ADDED, 11, T1, 5));
    Random random = new Random(3);
    for (int order = 0; order < 24; order++) {
      List<Movement> delivery = new ArrayList<>(events);
      Collections.shuffle(delivery, random);
      StockKey key = renamed(KEY, " " + order);
      delivery.forEach(event -> record(Movements.of(key, event)));
      assertThat(stockOf(key))
          .as("%s", delivery)
          .contains(new Stock(BigInteger.valueOf(5), "name by e4", false));
    }
  }

  @Test
  void anEventOfTheVeryMomentOfAFilesCountIsInTheCount() {
    record(count("f", T2, 3), event("e1", EventType.QUANTITY_CHANGED, 1, T2, 5));
    assertLevel(3);
    record(event("e2", EventType.PRODUCT_REMOVED, 2, T3, 0), change("a", T3, 7));
    assertLevel(0);
  }

  @Test
  void anEventWithoutANameLeavesTheItemItsOwn() {
    record(event("e1", EventType.QUANTITY_CHANGED, 1, T3, 1));
    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.ONE, KEY.itemId(), false));
    record(change("a", T1, 2), event("e2", EventType.QUANTITY_CHANGED, 2, T4, 1));
    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.valueOf(4), "name by a", false));
    record(change("b", T2, 1));
    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.valueOf(5), "name by b", false));
  }

  @Test
  void levelsMayPass64Bits() {
    record(change("a", T1, Long.MAX_VALUE), change("b", T2, Long.MAX_VALUE));
    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO));
  }

  @Test
  void anyOrderGivesTheSameLevels() {
    Random random = new Random(7);
    List<Movement> facts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      facts.add(randomMovement("m" + i, random));
    }
    InMemoryLedger expected = new InMemoryLedger();
    expected.record(facts);
    for (int order = 0; order < 5; order++) {
      List<Movement> delivery = new ArrayList<>(facts);
      delivery.addAll(facts.subList(0, 20));
      Collections.shuffle(delivery, random);
      // Other warehouses each time: the ledger starts anew, and nothing needs to be removed.
      String suffix = " " + order;
      delivery.forEach(movement -> record(Movements.of(renamed(movement.key(), suffix), movement)));
      for (StockKey key : facts.stream().map(Movement::key).distinct().toList()) {
        assertThat(stockOf(renamed(key, suffix))).as("%s", key).isEqualTo(expected.stock(key));
      }
    }
  }

  private static Movement randomMovement(String source, Random random) {
    StockKey key = new StockKey("W" + random.nextInt(2), "i" + random.nextInt(2));
    if (random.nextBoolean()) {
      return randomEvent(key, source, random);
    }
    if (random.nextInt(5) == 0) {
      return Movements.build(
          key, Kind.COUNT, source, List.of(new Fact(randomTime(random), random.nextInt(100))));
    }
    List<Fact> facts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      facts.add(new Fact(randomTime(random), random.nextInt(41) - 20));
    }
    return Movements.build(key, Kind.CHANGE, source, facts);
  }

  private static Movement randomEvent(StockKey key, String id, Random random) {
    EventType[] types = EventType.values();
    EventType type = types[random.nextInt(types.length)];
    int sequenceNumber = random.nextInt(1_000_000);
    int units = type == EventType.PRODUCT_REMOVED ? 0 : random.nextInt(41) - 20;
    return event(key, id, type, sequenceNumber, randomTime(random), units);
  }

  private static String randomTime(Random random) {
    // Few moments, so that many facts share one.
    return Instant.parse(T1).plusSeconds(random.nextInt(20)).toString();
  }

  private static StockKey renamed(StockKey key, String suffix) {
    return new StockKey(key.warehouse() + suffix, key.itemId());
  }

  /** Records movements of one item one after the other. */
  protected final void record(Movement... movements) {
    for (Movement movement : movements) {
      ledger().record(List.of(movement));
    }
  }

  private void assertLevel(long expected) {
    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(expected));
  }
}
