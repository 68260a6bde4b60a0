package inventory.reporting.domain.movements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.KnownStock;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Levels of the past and the history by day are those of the facts, which arrive late and in any
 * order while closings are written now and then.
 */
class PastStockTest {

  private static final String ITEM = "a";
  private static final StockKey KEY = new StockKey("Berlin 1", ITEM);
  private static final Instant NOON = Instant.parse("2026-02-15T12:00:00Z");

  private final InMemoryMovements log = new InMemoryMovements();
  private final KnownStock stock = new KnownStock();
  private final PastStock past = new PastStock(stock, log, Runnable::run);

  static Stream<Long> seeds() {
    return LongStream.rangeClosed(1, 60).boxed();
  }

  private RandomFacts facts(long seed) {
    RandomFacts facts = new RandomFacts(seed, ITEM, Duration.ofHours(seed % 11), seed % 4 == 0);
    int count = 1 + facts.random().nextInt(60);
    int closeOneIn = 2 + facts.random().nextInt(20);
    for (int i = 0; i < count; i++) {
      facts.addTo(log);
      if (facts.random().nextInt(closeOneIn) == 0) {
        log.close(facts.lastRecordedAt().plusMillis(500));
      }
    }
    return facts;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLevelAtAMomentIsThatOfTheFactsByThen(long seed) {
    RandomFacts facts = facts(seed);
    for (int i = 0; i < 12; i++) {
      Instant at = facts.time().plusSeconds(facts.random().nextInt(3) - 1L);
      Instant knownAt = facts.lastRecordedAt().minusSeconds(facts.random().nextInt(20));
      Moment asItWas = new Moment(at, Optional.empty());
      Moment asKnown = new Moment(at, Optional.of(knownAt));

      levelsAt(asItWas)
          .forEach(
              (name, units) -> check(units, facts.levelAt(name, at, Instant.MAX), facts, name));
      levelsAt(asKnown)
          .forEach((name, units) -> check(units, facts.levelAt(name, at, knownAt), facts, name));
    }
  }

  /** By warehouse; empty if there was no fact. */
  private Map<String, Optional<EarlierLevels.PastLevel>> levelsAt(Moment moment) {
    EarlierLevels levels = new EarlierLevels(log, new ReadBudget());
    return log.levels(ITEM).entrySet().stream()
        .collect(
            Collectors.toMap(
                level -> level.getKey().warehouse(),
                level -> levels.at(level.getKey(), level.getValue(), moment)));
  }

  private static void check(
      Optional<EarlierLevels.PastLevel> found,
      Optional<BigInteger> expected,
      RandomFacts facts,
      String warehouse) {
    if (found.isPresent() && found.get().units().isEmpty()) {
      assertThat(facts.hasLostRows(warehouse)).isTrue();
    } else {
      assertThat(found.flatMap(EarlierLevels.PastLevel::units)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theHistoryByDayIsThatOfTheFacts(long seed) {
    RandomFacts facts = facts(seed);
    LocalDate from = day(facts.time()).minusDays(facts.random().nextInt(2));
    LocalDate to = from.plusDays(facts.random().nextInt(5));
    for (StockKey key : log.levels(ITEM).keySet()) {
      List<Movement> rows = facts.rows(key.warehouse(), Instant.MAX);
      LocalDate first = rows.stream().map(InMemoryMovements::dayOf).sorted().findFirst().get();
      if (first.isAfter(to)) {
        assertThatThrownBy(() -> new DailyHistory(log).days(key, from, to))
            .hasMessageContaining("There is no fact about the item \"a\" at or before");
        continue;
      }
      List<HistoryDay> days = new DailyHistory(log).days(key, from, to);
      assertThat(days)
          .extracting(HistoryDay::day)
          .containsExactlyElementsOf(
              (first.isAfter(from) ? first : from).datesUntil(to.plusDays(1)).toList());
      days.forEach(day -> check(day, key.warehouse(), rows, facts));
    }
  }

  private static void check(
      HistoryDay day, String warehouse, List<Movement> rows, RandomFacts facts) {
    boolean mayLack = facts.hasLostRows(warehouse);
    if (!mayLack || day.closing().isPresent()) {
      assertThat(day.closing()).isEqualTo(levelAtEndOf(day.day(), warehouse, facts));
    }
    if (!mayLack || day.opening().isPresent()) {
      assertThat(day.opening().orElseThrow())
          .isEqualTo(
              levelAtEndOf(day.day().minusDays(1), warehouse, facts).orElse(BigInteger.ZERO));
    }
    if (!mayLack) {
      BigInteger in = sum(day.day(), rows, 1);
      BigInteger out = sum(day.day(), rows, -1);
      assertThat(day.moved()).contains(new HistoryDay.Moved(in, out));
      assertThat(day.opening().get().add(in).subtract(out).add(day.counted().orElseThrow()))
          .isEqualTo(day.closing().get());
    }
  }

  private static Optional<BigInteger> levelAtEndOf(
      LocalDate day, String warehouse, RandomFacts facts) {
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
    return facts.levelAt(warehouse, end, Instant.MAX);
  }

  private static BigInteger sum(LocalDate day, List<Movement> rows, int sign) {
    return rows.stream()
        .filter(row -> row.kind() == Movement.Kind.CHANGE)
        .filter(row -> InMemoryMovements.dayOf(row).equals(day))
        .map(Movement::total)
        .filter(units -> units.signum() == sign)
        .map(BigInteger::abs)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Test
  void anItemThatHasNotMovedSinceNeedsNoMovements() {
    log.put(change("a", NOON, 5));

    assertThat(unitsAt(NOON)).contains(BigInteger.valueOf(5));
    assertThat(log.takeReadCount()).isZero();
  }

  @Test
  void aClosedDayReadsItsOwnMovementsAlone() {
    for (int day = 0; day < 30; day++) {
      for (int i = 0; i < 50; i++) {
        log.put(change("s", NOON.plus(Duration.ofDays(day)).plusSeconds(i), 1));
      }
    }
    log.close(NOON.plus(Duration.ofDays(31)));

    assertThat(unitsAt(NOON.plus(Duration.ofDays(10)).plusSeconds(24)))
        .contains(BigInteger.valueOf(525));
    assertThat(log.takeReadCount()).isLessThanOrEqualTo(52);
    assertThat(unitsAt(NOON.plus(Duration.ofDays(10)).plus(Duration.ofHours(3))))
        .contains(BigInteger.valueOf(550));
    assertThat(log.takeReadCount()).isZero();
  }

  @Test
  void aPageEndsEarlyBeforeItReadsTooMuchAndTheNextGoesOn() {
    for (int item = 0; item < 40; item++) {
      StockKey key = new StockKey("Berlin 1", "item-%02d".formatted(item));
      for (int i = 0; i < 400; i++) {
        log.put(TestMovements.change(key, "s", NOON.plusSeconds(i), 1));
      }
    }
    Moment moment = new Moment(NOON.plusSeconds(99), Optional.empty());

    Page<PastItem, String> first = page(moment, Optional.empty());
    assertThat(first.next()).isPresent();
    assertThat(log.takeReadCount()).isLessThan(ReadBudget.MAX_READ + 20);
    Page<PastItem, String> second = page(moment, first.next());
    assertThat(second.next()).isEmpty();

    assertThat(Stream.concat(first.entries().stream(), second.entries().stream()))
        .hasSize(40)
        .allSatisfy(item -> assertThat(item.units()).contains(BigInteger.valueOf(100)))
        .extracting(item -> item.level().itemId())
        .isSorted();
  }

  @Test
  void anItemWithTooManyMovementsIsListedWithoutALevel() {
    for (int i = 0; i < 2 * ReadBudget.MAX_READ; i++) {
      log.put(change("s", NOON.plusSeconds(i), 1));
    }

    assertThat(page(new Moment(NOON, Optional.empty()), Optional.empty()).entries())
        .singleElement()
        .satisfies(item -> assertThat(item.units()).isEmpty());
    assertThatThrownBy(() -> new DailyHistory(log).days(KEY, day(NOON), day(NOON)))
        .hasMessageContaining("More than 10000 movements");
  }

  @Test
  void anItemBeforeItsFirstFactIsNotListedAndNotFound() {
    log.put(change("a", NOON, 5));
    Moment before = new Moment(NOON.minusSeconds(1), Optional.empty());

    assertThat(page(before, Optional.empty()).entries()).isEmpty();
    assertThatThrownBy(() -> past.of(ITEM, before))
        .hasMessage("There is no fact about the item \"a\" at or before 2026-02-15T11:59:59Z.");
    assertThatThrownBy(() -> past.of("other", before)).hasMessage("There is no item \"other\".");
  }

  private Page<PastItem, String> page(Moment moment, Optional<String> after) {
    return past.page("Berlin 1", moment, Optional.empty(), 100, after);
  }

  private Optional<BigInteger> unitsAt(Instant at) {
    return past.of(ITEM, new Moment(at, Optional.empty())).get(0).units();
  }

  private static Movement change(String source, Instant time, long units) {
    return TestMovements.change(KEY, source, time, units);
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
