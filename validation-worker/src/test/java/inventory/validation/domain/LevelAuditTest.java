package inventory.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.Backoff;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.PackedRows;
import inventory.model.movement.PackedRows.Row;
import inventory.validation.domain.LevelFacts.Altered;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelAuditTest {

  private static final StockKey KEY = new StockKey("Berlin", "a");
  private static final Instant START = Instant.parse("2026-11-20T22:00:00Z");

  private final InMemoryLevels levels = new InMemoryLevels();
  private final LevelAudit audit =
      new LevelAudit(
          levels,
          new OriginalRows(id -> null, upload -> null),
          new Backoff(3, Duration.ZERO, Duration.ZERO),
          () -> START);
  private final List<Movement> known = new ArrayList<>();

  private void apply(Movement movement) {
    known.add(movement);
    levels.apply(movement);
  }

  private Optional<LevelFacts> audit(boolean isFull) {
    Optional<LevelFacts> facts = audit.audit(levels.find(KEY).orElseThrow(), isFull);
    facts.ifPresent(audit::conclude);
    return facts;
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  /** Any facts in any order, rows over several days, equal times, proofs in between. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void closingsAreThoseOfAReplayHoweverLateTheFactsCame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 120; i++) {
      Instant around = hour(random.nextInt(20) + i);
      if (random.nextInt(7) == 0) {
        apply(Facts.count(KEY, "%032x".formatted(i), around, random.nextInt(20)));
      } else {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row <= random.nextInt(4); row++) {
          Instant time = around.minus(Duration.ofHours(random.nextInt(30)));
          rows.add(new Row(row + 2, time, random.nextInt(21) - 10L));
        }
        apply(Facts.file(KEY, Kind.CHANGE, "%032x".formatted(random.nextLong()), "n", rows));
      }
      if (random.nextInt(4) == 0) {
        assertAudited(random.nextInt(5) == 0);
      }
    }
    assertAudited(false);
  }

  private void assertAudited(boolean isFull) {
    StoredLevel level = levels.find(KEY).orElseThrow();
    Optional<LevelFacts> facts = audit(isFull);

    if (!level.isProved()) {
      assertThat(facts.orElseThrow().units()).isEqualTo(level.level().units());
    }
    facts.ifPresent(found -> assertThat(found.altered()).isEmpty());
    assertThat(levels.closings(KEY)).containsExactlyElementsOf(replay());
    assertThat(levels.find(KEY).orElseThrow().isProved()).isTrue();
  }

  /** The closings by their definition. */
  private List<Closing> replay() {
    Set<LocalDate> days = new TreeSet<>();
    known.forEach(movement -> rows(movement).forEach(row -> days.add(dayOf(row))));
    return days.stream().map(this::closing).toList();
  }

  private Closing closing(LocalDate day) {
    String end = Position.time(day.plusDays(1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
    Optional<Movement> count =
        known.stream()
            .filter(one -> one.kind() == Kind.COUNT && one.position().compareTo(end) < 0)
            .max(java.util.Comparator.comparing(Movement::position));
    BigInteger level = count.map(Movement::total).orElse(BigInteger.ZERO);
    BigInteger in = BigInteger.ZERO;
    BigInteger out = BigInteger.ZERO;
    String through = "";
    for (Movement movement : known) {
      for (Row row : rows(movement)) {
        String position = Position.of(row.time(), movement.source());
        if (dayOf(row).equals(day) && position.compareTo(through) > 0) {
          through = position;
        }
        if (movement.kind() == Kind.COUNT) {
          continue;
        }
        BigInteger change = BigInteger.valueOf(row.change());
        boolean isSince = count.map(latest -> row.time().isAfter(latest.lastTime())).orElse(true);
        level = isSince && position.compareTo(end) < 0 ? level.add(change) : level;
        in = dayOf(row).equals(day) && change.signum() > 0 ? in.add(change) : in;
        out = dayOf(row).equals(day) && change.signum() < 0 ? out.subtract(change) : out;
      }
    }
    return new Closing(KEY, day, level, in, out, through, START);
  }

  private static LocalDate dayOf(Row row) {
    return DailyFold.dayOf(row.time());
  }

  private static List<Row> rows(Movement movement) {
    return movement.rowCount() == 1
        ? List.of(new Row(2, movement.lastTime(), movement.total().longValueExact()))
        : PackedRows.read(movement.rows().orElseThrow().packed());
  }

  @Test
  void aLevelThatIsUnchangedIsNotRead() {
    apply(Facts.change(KEY, "f1", "n", 2, hour(0), 5));
    audit(false);
    Set<String> calls = new HashSet<>();
    StoredLevel level = levels.find(KEY).orElseThrow();
    levels.beforeEachCall(calls::add);

    assertThat(audit.audit(level, false)).isEmpty();
    assertThat(calls).isEmpty();
  }

  @Test
  void anAlteredClosingIsFoundAndCorrectedInFull() {
    for (int day = 0; day < 5; day++) {
      apply(Facts.change(KEY, "f" + day, "n", 2, hour(24 * day), 5));
    }
    audit(false);
    List<Closing> right = levels.closings(KEY);
    Closing one = right.get(2);
    levels.damage(
        new Closing(KEY, one.day(), BigInteger.TEN, one.in(), one.out(), one.through(), START));

    LevelFacts facts = audit(true).orElseThrow();

    assertThat(facts.altered()).extracting(Altered::expected).containsExactly(Optional.of(one));
    assertThat(levels.closings(KEY)).isEqualTo(right);
    assertThat(audit(true).orElseThrow().altered()).isEmpty();
  }

  @Test
  void movementsBetweenTheClosingsAndTheirProofDoNotCountTheDayTwice() {
    apply(Facts.change(KEY, "f0", "n", 2, hour(3), 5));
    assertAudited(false);
    apply(Facts.change(KEY, "f1", "n", 2, hour(4), 7));
    levels.beforeEachCall(
        call -> {
          if (call.equals("prove")) {
            apply(Facts.change(KEY, "f2", "n", 2, hour(5), 1));
          }
        });
    audit(false);
    levels.beforeEachCall(call -> {});
    assertThat(levels.find(KEY).orElseThrow().isProved()).isFalse();

    assertAudited(false);
  }

  @Test
  void aLevelThatChangesAtEveryLookIsNotCompared() {
    apply(Facts.change(KEY, "f0", "n", 2, hour(50), 5));
    StoredLevel level = levels.find(KEY).orElseThrow();
    Set<String> sources = new HashSet<>();
    levels.beforeEachCall(
        call -> {
          if (call.startsWith("movements")) {
            String source = "f" + (sources.size() + 1);
            sources.add(source);
            apply(Facts.change(KEY, source, "n", 2, hour(sources.size()), 1));
          }
        });

    LevelFacts facts = audit.audit(level, false).orElseThrow();

    assertThat(facts.isBusy()).isTrue();
    assertThat(sources).hasSize(3);
    assertThat(levels.find(KEY).orElseThrow().proof()).isEmpty();
  }

  @Test
  void movementsInOrderDuringTheReadingDoNotDisturbIt() {
    apply(Facts.change(KEY, "f0", "n", 2, hour(0), 5));
    StoredLevel level = levels.find(KEY).orElseThrow();
    levels.beforeEachCall(
        call -> {
          if (call.startsWith("movements")) {
            apply(Facts.change(KEY, "f1", "n", 2, hour(1), 1));
          }
        });

    LevelFacts facts = audit.audit(level, false).orElseThrow();
    audit.conclude(facts);

    assertThat(facts.isBusy()).isFalse();
    assertThat(facts.units()).isEqualTo(5);
    assertThat(levels.find(KEY).orElseThrow().isProved()).isFalse();
  }
}
