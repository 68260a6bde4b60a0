package inventory.ingest.domain;

import static inventory.ingest.domain.Movements.KEY;
import static inventory.ingest.domain.Movements.change;
import static inventory.ingest.domain.Movements.count;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.LevelStore.Applied;
import inventory.ingest.domain.LevelStore.Claim;
import inventory.ingest.domain.LevelStore.Refused;
import inventory.ingest.domain.LevelStore.Written;
import inventory.ingest.domain.Movements.Fact;
import inventory.model.EventType;
import inventory.model.Position;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of levels does. */
public abstract class LevelStoreContract {

  private static final String MORNING = "2026-01-01T10:00:00Z";
  private static final String NOON = "2026-01-01T12:00:00Z";
  private static final String EVENING = "2026-01-01T18:00:00Z";

  /** The store, empty. */
  protected abstract LevelStore store();

  @Test
  void theFirstMovementMakesALevelWithItsMark() {
    Movement first = change("a", MORNING, 5);

    KnownLevel level = applied(store().applyLatest(first, Set.of()));

    assertThat(level.level()).isEqualTo(StockLevel.first(first));
    assertThat(level.revision()).isEqualTo(1);
    assertThat(level.marks()).extracting(Movement::position).containsExactly(first.position());
    assertThat(level.mark("a").orElseThrow().total()).isEqualTo(5);
  }

  @Test
  void aMarkSaysWhatTheMovementSays() {
    Movement event = Movements.event("e1", EventType.PRODUCT_ADDED, 7, MORNING, 5);
    assertThat(applied(store().applyLatest(event, Set.of())).marks()).containsExactly(event);

    Movement rows = Movements.changes("b", new Fact(NOON, 1), new Fact(EVENING, 2));
    Movement mark = applied(store().applyLatest(rows, Set.of())).mark("b").orElseThrow();
    assertThat(mark.changeAfter(Position.of(rows.firstTime(), "x")))
        .contains(BigInteger.valueOf(2));
  }

  @Test
  void aMovementThatIsNotTheLatestIsRefusedWithTheLevel() {
    KnownLevel level = applied(store().applyLatest(change("a", NOON, 5), Set.of()));

    assertThat(refused(store().applyLatest(change("b", MORNING, 1), Set.of()))).contains(level);
    assertThat(refused(store().applyLatest(change("c", NOON, 1), Set.of()))).contains(level);
    assertThat(refused(store().applyLatest(change("a", NOON, 5), Set.of()))).contains(level);
  }

  @Test
  void aWriteRemovesTheMarksThatItNames() {
    store().applyLatest(change("a", MORNING, 5), Set.of());
    store().applyLatest(count("b", NOON, 9), Set.of());

    KnownLevel level =
        applied(store().applyLatest(change("c", EVENING, 1), Set.of("a", "c", "unknown")));

    assertThat(level.marks()).extracting(Movement::source).containsExactlyInAnyOrder("b", "c");
    assertThat(level.level().units()).isEqualTo(10);
    assertThat(level.level().counted()).contains(count("b", NOON, 9).position());

    store().removeMarks(KEY, Set.of("b", "unknown"));
    KnownLevel after = refused(store().applyLatest(change("d", NOON, 1), Set.of())).orElseThrow();
    assertThat(after.marks()).extracting(Movement::source).containsExactly("c");
    assertThat(after.revision()).isEqualTo(3);
  }

  @Test
  void marksOfALevelThatIsNotThereAreNotRemoved() {
    store().removeMarks(KEY, Set.of("a"));

    assertThat(applied(store().applyLatest(change("a", NOON, 5), Set.of())).revision())
        .isEqualTo(1);
  }

  @Test
  void aLateMovementReplacesTheLevelThatWasReadOnly() {
    KnownLevel read = applied(store().applyLatest(change("a", NOON, 5), Set.of()));
    Movement late = change("b", MORNING, 1);
    StockLevel to = read.level().changed(late, counted -> late.total());

    KnownLevel level = applied(store().applyLate(late, read, to, Set.of("a")));

    assertThat(level.level()).isEqualTo(to);
    assertThat(level.revision()).isEqualTo(2);
    assertThat(level.marks()).extracting(Movement::source).containsExactly("b");
    assertThat(refused(store().applyLate(late, read, to, Set.of()))).contains(level);
  }

  @Test
  void aLevelSaysSinceWhenMovementsCameBehind() {
    KnownLevel inOrder = applied(store().applyLatest(change("a", EVENING, 5), Set.of()));
    assertThat(inOrder.late()).isEmpty();

    Movement noon = change("b", NOON, 1);
    KnownLevel once = applied(store().applyLate(noon, inOrder, inOrder.level(), Set.of()));
    assertThat(once.late()).contains(Position.time(noon.firstTime()));

    Movement since = Movements.changes("c", new Fact(MORNING, 1), new Fact(NOON, 2));
    KnownLevel twice = applied(store().applyLate(since, once, once.level(), Set.of()));
    assertThat(twice.late()).contains(Position.time(since.firstTime()));

    Movement later = change("d", NOON, 1);
    KnownLevel thrice = applied(store().applyLate(later, twice, twice.level(), Set.of()));
    assertThat(thrice.late()).isEqualTo(twice.late());

    Movement next = change("e", "2026-01-02T10:00:00Z", 1);
    assertThat(applied(store().applyLatest(next, Set.of())).late()).isEqualTo(twice.late());
  }

  @Test
  void aLateMovementMakesNoLevel() {
    Movement late = change("b", MORNING, 1);
    KnownLevel read =
        new KnownLevel(StockLevel.first(late), BigInteger.ONE, List.of(), Optional.empty());

    assertThat(refused(store().applyLate(late, read, read.level(), Set.of()))).isEmpty();
  }

  @Test
  void movementsAreStoredAndReadByPosition() {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      movements.add(change("f" + i, "2026-01-01T10:0" + i + ":00Z", i));
    }
    for (Movement movement : movements) {
      assertThat(store().store(List.of(movement))).isEmpty();
    }
    assertThat(store().store(List.of(movements.get(3)))).isEmpty();

    List<String> read = new ArrayList<>();
    String position = movements.get(1).position();
    List<Movement> page = store().movementsAfter(KEY, position);
    while (!page.isEmpty()) {
      page.forEach(movement -> read.add(movement.source()));
      page = store().movementsAfter(KEY, page.get(page.size() - 1).position());
    }
    assertThat(read).containsExactly("f2", "f3", "f4", "f5", "f6", "f7");
    assertThat(store().movement(KEY, movements.get(2).position()).map(Movement::total))
        .contains(BigInteger.TWO);
    assertThat(store().movement(KEY, change("g", NOON, 1).position())).isEmpty();
  }

  @Test
  void theFirstClaimOnAnEventStays() {
    Movement event = Movements.event("e1", EventType.PRODUCT_ADDED, 7, MORNING, 5);
    Claim first = new Claim(event.position(), event.statement());

    assertThat(store().claim(KEY, event.event().orElseThrow(), first)).isEmpty();
    assertThat(store().claim(KEY, event.event().orElseThrow(), new Claim("p", "s")))
        .isEqualTo(Optional.of(first));
  }

  private static KnownLevel applied(Written written) {
    assertThat(written).isInstanceOf(Applied.class);
    return ((Applied) written).level();
  }

  private static Optional<KnownLevel> refused(Written written) {
    assertThat(written).isInstanceOf(Refused.class);
    return ((Refused) written).level();
  }
}
