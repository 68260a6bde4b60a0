package inventory.reporting.domain.movements;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.PackedRows;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.KnownStock;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The balance of an entry is the level of all facts up to it. */
class BalancesTest {

  private static final StockKey KEY = new StockKey("Berlin 1", "a");
  private static final Instant START = Instant.parse("2026-02-15T12:00:00Z");

  private final InMemoryMovements log = new InMemoryMovements();
  private Instant now = Instant.parse("2026-02-16T08:00:00Z");
  private final KnownStock stock = new KnownStock();
  private final MovementHistory history =
      new MovementHistory(stock, log, new KnownFiles(), () -> now);

  static Stream<Long> seeds() {
    return LongStream.rangeClosed(1, 300).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyBalanceIsTheLevelOfTheFactsUpToItsEntry(long seed) {
    RandomFacts facts = new RandomFacts(seed, KEY.itemId(), Duration.ofHours(seed % 7), true);
    int count = 1 + facts.random().nextInt(30);
    for (int i = 0; i < count; i++) {
      facts.addTo(log);
      if (facts.random().nextInt(8) == 0) {
        log.close(facts.lastRecordedAt().plusMillis(500));
      }
    }
    Optional<String> warehouse =
        facts.random().nextBoolean() ? Optional.of(facts.warehouse()) : Optional.empty();
    int limit = 1 + facts.random().nextInt(8);
    boolean mayArriveBetweenPages = facts.random().nextBoolean();
    warehouse.ifPresent(name -> stock.add(name, KEY.itemId()));

    now = facts.lastRecordedAt();
    Optional<PagePosition> after = Optional.empty();
    do {
      Page<MovementReport, PagePosition> page = page(warehouse, limit, after);
      page.entries().forEach(report -> check(report, facts, now));
      if (mayArriveBetweenPages && facts.random().nextInt(3) == 0) {
        facts.addTo(log);
      }
      after = page.next();
    } while (after.isPresent());
  }

  private static void check(MovementReport report, RandomFacts facts, Instant knownAt) {
    MovementEntry.EntryPosition position = report.entry().position();
    if (report.balance().isPresent()) {
      assertThat(report.balance()).contains(facts.levelAfter(position, knownAt));
    } else {
      assertThat(facts.hasCountWithinLostRows(position.warehouse())).isTrue();
    }
  }

  @Test
  void theBalanceAfterRowsThatAreNotStoredFollowsFromTheLevel() {
    Movement many =
        TestMovements.ofRows(KEY, "many", List.of(row(0, 5000), row(10, 4000), row(20, 1000)));
    log.put(many, TestMovements.withoutRows(many));
    log.put(TestMovements.count(KEY, "count", START.plusSeconds(5), 100));

    assertThat(balances(page(Optional.of(KEY.warehouse()), 10, Optional.empty())))
        .containsExactly("5100", "100");
    assertThat(balances(page(Optional.of(KEY.warehouse()), 1, Optional.empty())))
        .containsExactly("5100");
  }

  @Test
  void aMovementThatComesLateBetweenTwoPagesIsOnNoneOfThem() {
    for (int i = 0; i < 4; i++) {
      log.put(TestMovements.change(KEY, "s" + i, START.plusSeconds(i), 10));
    }
    Page<MovementReport, PagePosition> first = page(Optional.of("Berlin 1"), 2, Optional.empty());
    log.put(
        TestMovements.change(KEY, "late", START.minusSeconds(1), 1)
            .recorded(Optional.of(now.plusMillis(1))));

    assertThat(balances(first)).containsExactly("40", "30");
    assertThat(balances(page(Optional.of("Berlin 1"), 2, first.next())))
        .containsExactly("20", "10");
  }

  @Test
  void aPageOfALongHistoryReadsNoMoreThanItself() {
    for (int i = 0; i < 20_000; i++) {
      log.put(TestMovements.change(KEY, "s", START.plusSeconds(i), 1));
    }
    Optional<PagePosition> after = Optional.empty();
    for (int level = 20_000; level > 19_000; level -= 100) {
      Page<MovementReport, PagePosition> page = page(Optional.of("Berlin 1"), 100, after);
      assertThat(balances(page)).first().isEqualTo(Integer.toString(level));
      assertThat(log.takeReadCount()).isLessThanOrEqualTo(103);
      after = page.next();
    }
  }

  @Test
  void aBalanceThatNeedsTooManyMovementsIsLeftOut() {
    for (int i = 0; i < 20_000; i++) {
      log.put(TestMovements.change(KEY, "s", START.plusSeconds(i), 1));
    }
    log.put(TestMovements.count(KEY, "count", START.plusSeconds(30_000), 7));

    assertThat(balances(page(Optional.of("Berlin 1"), 2, Optional.empty())))
        .containsExactly("7", "-");
    assertThat(log.takeReadCount()).isLessThanOrEqualTo(ReadBudget.MAX_READ + 5);
  }

  private Page<MovementReport, PagePosition> page(
      Optional<String> warehouse, int limit, Optional<PagePosition> after) {
    return history.page(KEY.itemId(), warehouse, limit, after);
  }

  private static List<String> balances(Page<MovementReport, PagePosition> page) {
    List<String> all = new ArrayList<>();
    page.entries()
        .forEach(report -> all.add(report.balance().map(BigInteger::toString).orElse("-")));
    return all;
  }

  private static PackedRows.Row row(int second, long change) {
    return new PackedRows.Row(second + 2, START.plusSeconds(second), change);
  }
}
