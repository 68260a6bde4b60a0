package inventory.ingest.domain;

import static inventory.ingest.domain.Movements.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.ingest.domain.Movements.Fact;
import inventory.model.EventType;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.RowsAfter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelFirstLedgerTest extends StockLedgerContract {

  private static final String MORNING = "2026-01-01T10:00:00Z";
  private static final String NOON = "2026-01-01T12:00:00Z";

  private final InMemoryLevelStore store = new InMemoryLevelStore();
  private final StockLedger ledger = ledger(store);
  private final Map<String, Integer> calls = new TreeMap<>();
  private Instant now = Instant.parse("2026-11-21T08:00:00Z");

  /** A process of its own, which runs everything on the caller's thread. */
  private StockLedger ledger(LevelStore levels) {
    return ledger(levels, PartialSums.NONE);
  }

  private StockLedger ledger(LevelStore levels, PartialSums storedSums) {
    Retries retries = new Retries(() -> now, new Random(1), wait -> now = now.plus(wait));
    return new LevelFirstLedger(levels, storedSums, Runnable::run, 8, retries);
  }

  private LevelStore hooked(HookedLevelStore.Hook hook) {
    return new HookedLevelStore(store, hook);
  }

  private LevelStore counting() {
    return hooked(
        new HookedLevelStore.Hook() {
          @Override
          public <T> T around(String method, Supplier<T> call) {
            calls.merge(method, 1, Integer::sum);
            return call.get();
          }
        });
  }

  @Override
  protected StockLedger ledger() {
    return ledger;
  }

  @Override
  protected Optional<Stock> stockOf(StockKey key) {
    return store.stock(key);
  }

  @Test
  void aPairTakesOneWriteOfItsLevelAndTwentyFiveMovementsAreStoredAtOnce() {
    ledger(counting()).record(file("a", MORNING, 200));

    assertThat(calls).isEqualTo(Map.of("applyLatest", 200, "store", 8, "recordWarehouse", 1));
  }

  @Test
  void aTimestampInTheFutureMakesOnlyItsOwnPairDearer() {
    for (int i = 0; i < 200; i += 50) {
      record(movement(i, Kind.CHANGE, "future", "2199-01-01T00:00:00Z", 1));
    }

    ledger(counting()).record(file("a", MORNING, 200));

    assertThat(calls)
        .isEqualTo(
            Map.of(
                "applyLatest", 200,
                "applyLate", 4,
                "movement", 4,
                "store", 8,
                "recordWarehouse", 1));
    assertThat(store.stock(key(50)).orElseThrow().units()).isEqualTo(2);
  }

  @Test
  void theRowsOfManyBigMovementsThatComeLateAreReadInOnePass() {
    List<Collection<RowsAfter>> passes = new ArrayList<>();
    ledger.record(counts("count", NOON));

    ledger.record(big("a"), parts -> read(passes, parts));

    assertThat(passes).hasSize(1);
    assertThat(passes.get(0)).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(store.stock(key(i)).orElseThrow().units()).isEqualTo(103);
    }
  }

  @Test
  void aCountThatComesLateReadsTheRowsOfEachBigFileOnce() {
    List<Collection<RowsAfter>> passes = new ArrayList<>();
    ledger.record(big("a"));
    ledger.record(big("b"));
    StockLedger counting = ledger(store, parts -> read(passes, parts));

    counting.record(counts("count", NOON));

    assertThat(passes).hasSize(1);
    assertThat(passes.get(0)).hasSize(40);
    for (int i = 0; i < 20; i++) {
      assertThat(store.stock(key(i)).orElseThrow().units()).isEqualTo(106);
    }
  }

  @Test
  void aCountThatComesWhileTheRowsAreReadIsUsedInstead() {
    List<Collection<RowsAfter>> passes = new ArrayList<>();
    ledger.record(counts("count", NOON));

    ledger.record(
        big("a"),
        parts -> {
          if (passes.isEmpty()) {
            ledger.record(counts("later", "2026-01-01T12:30:00Z"));
          }
          return read(passes, parts);
        });

    assertThat(passes).hasSize(2);
    for (int i = 0; i < 20; i++) {
      assertThat(store.stock(key(i)).orElseThrow().units()).isEqualTo(103);
    }
  }

  private static List<Movement> counts(String source, String time) {
    return IntStream.range(0, 20)
        .mapToObj(i -> movement(i, Kind.COUNT, source, time, 100))
        .toList();
  }

  /** For each of 20 items: 2 units in the morning and 3 in the afternoon, in rows not kept. */
  private static List<Movement> big(String source) {
    return IntStream.range(0, 20)
        .mapToObj(
            i ->
                Movements.withoutRows(
                    Movements.build(
                        key(i),
                        Kind.CHANGE,
                        source,
                        List.of(new Fact(MORNING, 2), new Fact("2026-01-01T14:00:00Z", 3)))))
        .toList();
  }

  private static Map<RowsAfter, BigInteger> read(
      List<Collection<RowsAfter>> passes, Collection<RowsAfter> parts) {
    passes.add(parts);
    return parts.stream().collect(Collectors.toMap(part -> part, part -> BigInteger.valueOf(3)));
  }

  @Test
  void aStoreThatThrottlesThreeCallsInTenIsOnlySlower() {
    ledger(faulty(30)).record(file("a", MORNING, 200));

    for (int i = 0; i < 200; i++) {
      assertThat(levelOf(key(i))).contains(BigInteger.ONE);
    }
  }

  @Test
  void aStoreThatThrottlesEveryCallIsGivenUpAfterAMinute() {
    Instant start = now;

    assertThatThrownBy(() -> ledger(faulty(100)).record(file("a", MORNING, 1)))
        .hasRootCauseMessage("throttled");

    assertThat(Duration.between(start, now))
        .isBetween(Retries.PATIENCE, Retries.PATIENCE.plusSeconds(1));
  }

  private LevelStore faulty(int percent) {
    Random random = new Random(5);
    return hooked(
        new HookedLevelStore.Hook() {
          @Override
          public <T> T around(String method, Supplier<T> call) {
            if (random.nextInt(100) < percent) {
              throw new StoreBusyException(new IllegalStateException("throttled"));
            }
            return call.get();
          }
        });
  }

  /** Levels are changed by others between their read and their write, one of them many times. */
  @Test
  void aFileOfLateCountsIsRecordedThoughItsItemsAreBusy() {
    record(file("later", NOON, 50).toArray(Movement[]::new));
    Random random = new Random(2);
    int[] item = {-1};
    int[] others = {0};
    LevelStore busy =
        hooked(
            new HookedLevelStore.Hook() {
              @Override
              public <T> T around(String method, Supplier<T> call) {
                if (method.equals("applyLatest")) {
                  item[0]++;
                }
                boolean isBusy = item[0] == 7 ? others[0] < 20 : random.nextInt(10) == 0;
                if (method.equals("applyLate") && isBusy) {
                  String source = "o" + others[0]++;
                  ledger.record(List.of(movement(item[0], Kind.CHANGE, source, NOON, 1)));
                }
                return call.get();
              }
            });
    List<Movement> counts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      counts.add(movement(i, Kind.COUNT, "count", MORNING, 1000));
    }

    ledger(busy).record(counts);

    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < 50; i++) {
      sum = sum.add(levelOf(key(i)).orElseThrow());
    }
    assertThat(sum).isEqualTo(50_050 + others[0]);
    assertThat(others[0]).isGreaterThanOrEqualTo(20);
  }

  @Test
  void aLevelThatARebuildRemovesAmidALateChangeBeginsAgainWithItsNames() {
    record(Movements.change("a", NOON, 5));
    LevelStore removing =
        hooked(
            new HookedLevelStore.Hook() {
              @Override
              public <T> T around(String method, Supplier<T> call) {
                if (method.equals("applyLate")) {
                  store.removeLevel(KEY);
                }
                return call.get();
              }
            });

    ledger(removing).record(List.of(Movements.change("b", MORNING, 1)));
    record(Movements.change("c", NOON, 2));

    assertThat(stockOf(KEY)).contains(new Stock(BigInteger.valueOf(3), "name by c", false));
  }

  @Test
  void aMovementIsRecordedWhenItsLevelFirstHadIt() {
    Instant first = now;
    Movement movement = Movements.change("a", MORNING, 1);
    assertThatThrownBy(() -> ledger(crashing("store")).record(List.of(movement)))
        .hasRootCauseMessage("crash");

    now = first.plusSeconds(60);
    record(movement);
    now = first.plusSeconds(120);
    record(movement);
    record(Movements.change("late", "2026-01-01T09:00:00Z", 1));

    assertThat(store.movements(KEY))
        .extracting(stored -> stored.recordedAt().orElseThrow())
        .containsExactly(first.plusSeconds(120), first);
  }

  @Test
  void anEventDeliveredAgainIsNotTakenForAnother() {
    Movement event = Movements.event("e1", EventType.QUANTITY_CHANGED, 7, MORNING, 5);
    LevelStore crashing = crashing("store");
    assertThatThrownBy(() -> ledger(crashing).record(List.of(event))).hasRootCauseMessage("crash");

    assertThat(ledger.record(List.of(event))).isEmpty();

    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(5));
    assertThat(store.movements(KEY)).containsExactly(event.recorded(Optional.of(now)));
  }

  @Test
  void anEventPublishedAgainAfterACrashBehindItsClaimIsAppliedWhereItWasClaimed() {
    Movement event = Movements.event("e1", EventType.QUANTITY_CHANGED, 7, MORNING, 5);
    LevelStore crashing = crashing("applyLatest");
    assertThatThrownBy(() -> ledger(crashing).record(List.of(event))).hasRootCauseMessage("crash");
    Movement publishedAgain = Movements.event("e1", EventType.QUANTITY_CHANGED, 9, MORNING, 5);

    assertThat(ledger.record(List.of(publishedAgain))).isEmpty();
    assertThat(ledger.record(List.of(event))).isEmpty();

    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(5));
    assertThat(store.movements(KEY)).containsExactly(event.recorded(Optional.of(now)));
  }

  @Test
  void twoEventsWithOnePositionAreNotLostSilently() {
    record(Movements.event("e1", EventType.QUANTITY_CHANGED, 7, MORNING, 5));
    Movement other = Movements.event("e2", EventType.QUANTITY_CHANGED, 7, MORNING, 5);

    assertThatThrownBy(() -> ledger.record(List.of(other)))
        .rootCause()
        .hasMessageContaining("have the position");
  }

  private LevelStore crashing(String at) {
    return hooked(
        new HookedLevelStore.Hook() {
          @Override
          public <T> T around(String method, Supplier<T> call) {
            if (method.equals(at)) {
              throw new IllegalStateException("crash");
            }
            return call.get();
          }
        });
  }

  @Test
  void aProcessRemovesTheMarkOfItsLastMovementWithTheNextWrite() {
    for (int i = 0; i < 10; i++) {
      record(Movements.change("f" + i, "2026-01-01T10:0" + i + ":00Z", 1));
      assertThat(store.level(KEY).orElseThrow().marks()).hasSize(1);
    }
  }

  @Test
  void marksOfCrashedProcessesAreStoredAndRemovedByWhoSeesTooMany() {
    for (int i = 0; i < 10; i++) {
      Movement movement = Movements.change("f" + i, "2026-01-01T10:0" + i + ":00Z", 1);
      LevelStore crashing = crashing("store");
      assertThatThrownBy(() -> ledger(crashing).record(List.of(movement)))
          .hasRootCauseMessage("crash");
    }
    record(Movements.change("last", NOON, 1));

    assertThat(store.level(KEY).orElseThrow().marks()).hasSizeLessThanOrEqualTo(4);
    record(Movements.count("count", "2026-01-01T09:00:00Z", 100));
    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(111));
  }

  @Test
  void aLateCountIncludesMovementsThatOnlyMarksHave() {
    Movement change = Movements.change("a", NOON, 5);
    LevelStore crashing = crashing("store");
    assertThatThrownBy(() -> ledger(crashing).record(List.of(change))).hasRootCauseMessage("crash");

    record(Movements.count("b", MORNING, 100));

    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(105));
  }

  @Test
  void theMemoryOfWarehousesIsBounded() {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      StockKey key = new StockKey("W" + i, "i");
      movements.add(Movements.build(key, Kind.CHANGE, "a", List.of(new Fact(MORNING, 1))));
    }
    StockLedger process = ledger(counting());
    process.record(movements);
    assertThat(store.warehouses()).hasSize(30_000);

    process.record(List.of(movements.get(29_999)));
    assertThat(calls).containsEntry("recordWarehouse", 30_000);
    process.record(List.of(movements.get(0)));
    assertThat(calls).containsEntry("recordWarehouse", 30_001);
  }

  /**
   * Two processes, which work on each other's items between any two calls of each other, and crash
   * at any call, before or after its effect. Each file and event comes twice, in any order.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLostOrDoubledHoweverProcessesInterleaveAndCrash(long seed) {
    for (int round = 0; round < 60; round++) {
      new Interleaving(seed * 1000 + round).run();
    }
  }

  /** Deliveries, each of which may be interrupted at each call by all those behind it. */
  private final class Interleaving {
    private static final List<EventType> TYPES = List.of(EventType.values());

    private static final int MAX_DEPTH = 4;
    private static final int CRASHES_PERCENT = 4;
    private static final int SWITCHES_PERCENT = 15;

    private final Random random;
    private final String warehouse;
    private final Deque<List<Movement>> ahead = new ArrayDeque<>();
    private final Map<List<Object>, Movement> originals = new HashMap<>();
    private final List<StockLedger> processes = new ArrayList<>();
    private int depth;

    Interleaving(long seed) {
      random = new Random(seed);
      warehouse = "Z" + seed;
      for (int i = 0; i < 2; i++) {
        processes.add(
            ledger(
                hooked(
                    new HookedLevelStore.Hook() {
                      @Override
                      public <T> T around(String method, Supplier<T> call) {
                        return step(call);
                      }
                    }),
                this::sums));
      }
    }

    private <T> T step(Supplier<T> call) {
      while (depth < MAX_DEPTH && random.nextInt(100) < SWITCHES_PERCENT && !ahead.isEmpty()) {
        deliver();
      }
      boolean crashes = random.nextInt(100) < CRASHES_PERCENT;
      if (crashes && random.nextBoolean()) {
        throw new IllegalStateException("crash before");
      }
      T result = call.get();
      if (crashes) {
        throw new IllegalStateException("crash behind");
      }
      return result;
    }

    private void deliver() {
      List<Movement> batch = ahead.remove();
      depth++;
      try {
        List<Movement> kept = batch.stream().map(this::withoutManyRows).toList();
        processes.get(random.nextInt(2)).record(kept, this::sums);
      } catch (IllegalStateException e) {
        assertThat(e).hasStackTraceContaining("IllegalStateException: crash");
        ahead.add(batch);
      } finally {
        depth--;
      }
    }

    /** Three rows are too many to keep. */
    private Movement withoutManyRows(Movement movement) {
      if (movement.rowCount() < 3) {
        return movement;
      }
      originals.put(List.of(movement.fileId(), movement.key()), movement);
      return Movements.withoutRows(movement);
    }

    private Map<RowsAfter, BigInteger> sums(Collection<RowsAfter> parts) {
      return step(
          () ->
              parts.stream()
                  .distinct()
                  .collect(
                      Collectors.toMap(
                          part -> part,
                          part ->
                              originals
                                  .get(List.of(part.fileId(), part.key()))
                                  .changeAfter(Position.of(part.after(), "any"))
                                  .orElseThrow())));
    }

    void run() {
      List<List<Movement>> batches = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        batches.add(batch("f" + i));
      }
      InMemoryLedger expected = new InMemoryLedger();
      batches.forEach(expected::record);
      List<List<Movement>> deliveries = new ArrayList<>(batches);
      deliveries.addAll(batches);
      Collections.shuffle(deliveries, random);
      ahead.addAll(deliveries);

      while (!ahead.isEmpty()) {
        deliver();
      }

      for (int item = 0; item < 2; item++) {
        StockKey key = key(item);
        assertThat(store.stock(key)).as("%s", key).isEqualTo(expected.stock(key));
        Set<String> stored = new HashSet<>();
        store.movements(key).forEach(movement -> stored.add(movement.position()));
        for (List<Movement> batch : batches) {
          assertThat(stored).contains(batch.get(item).position());
        }
        KnownLevel level = store.level(key).orElseThrow();
        assertThat(level.revision()).isEqualTo(stored.size());
      }
    }

    private StockKey key(int item) {
      return new StockKey(warehouse, "i" + item);
    }

    private List<Movement> batch(String source) {
      List<Movement> movements = new ArrayList<>();
      for (int item = 0; item < 2; item++) {
        movements.add(movement(key(item), source));
      }
      return movements;
    }

    private Movement movement(StockKey key, String source) {
      int kind = random.nextInt(10);
      if (kind < 2) {
        return Movements.build(
            key, Kind.COUNT, source, List.of(new Fact(time(), random.nextInt(100))));
      }
      if (kind < 6) {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          facts.add(new Fact(time(), random.nextInt(41) - 20));
        }
        return Movements.build(key, Kind.CHANGE, source, facts);
      }
      EventType type = TYPES.get(random.nextInt(TYPES.size()));
      long units = type == EventType.PRODUCT_REMOVED ? 0 : random.nextInt(41) - 20;
      return Movements.event(key, "e" + source, type, random.nextInt(1_000_000), time(), units);
    }

    private String time() {
      return Instant.parse(MORNING).plusSeconds(random.nextInt(12)).toString();
    }
  }

  private static StockKey key(int item) {
    return new StockKey("W", "i" + item);
  }

  private static Movement movement(int item, Kind kind, String source, String time, long units) {
    return Movements.build(key(item), kind, source, List.of(new Fact(time, units)));
  }

  private static List<Movement> file(String source, String time, int items) {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      movements.add(movement(i, Kind.CHANGE, source, time, 1));
    }
    return movements;
  }
}
