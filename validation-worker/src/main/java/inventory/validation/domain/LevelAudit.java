package inventory.validation.domain;

import inventory.model.Backoff;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.OriginalRows;
import inventory.validation.domain.DailyFold.Start;
import inventory.validation.domain.LevelFacts.Altered;
import inventory.validation.domain.LevelFacts.Closure;
import inventory.validation.domain.LevelFacts.Fall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Proves levels. A level that changed is compared with its movements since the last proof: they are
 * read once, for all checks. When a fact came late, the reading begins at the closing before it.
 * Once the findings are stored, the days that moved are closed, and the level remembers what was
 * proved: a crash in between loses no finding.
 *
 * <p>A level costs at least one read unit for its movements, one for a closing, one write unit for
 * each day that moved and one for the proof. A proof in full reads the whole history and all
 * closings. Thread-safe.
 */
public final class LevelAudit {

  private final Levels levels;
  private final OriginalRows rows;
  private final Backoff looks;
  private final Supplier<Instant> now;

  /**
   * Creates it.
   *
   * @param rows reads the rows of movements
   * @param looks how often, and how long apart, a level is read that others are writing
   */
  public LevelAudit(Levels levels, OriginalRows rows, Backoff looks, Supplier<Instant> now) {
    this.levels = levels;
    this.rows = rows;
    this.looks = looks;
    this.now = now;
  }

  /**
   * Compares a level with its movements.
   *
   * @param isFull whether to prove it from its first movement on, changed or not
   * @return empty if it has not changed since the last proof, or is gone
   */
  public Optional<LevelFacts> audit(StoredLevel first, boolean isFull) {
    if (!isFull && first.isProved()) {
      return Optional.empty();
    }
    StoredLevel level = first;
    boolean isWhole = isFull;
    int look = 1;
    while (true) {
      Pass pass = new Pass(level, start(level, isWhole));
      if (pass.matches()) {
        Optional<LevelFacts> facts = proved(level, pass);
        if (facts.isPresent()) {
          return facts;
        }
        isWhole = true;
        continue;
      }
      Optional<StoredLevel> again = levels.find(level.key());
      if (again.isEmpty()) {
        return Optional.empty();
      }
      boolean isUnchanged = again.get().revision().equals(level.revision());
      if (isUnchanged && pass.start.isEmpty()) {
        return Optional.of(pass.facts(false));
      }
      if (isUnchanged) {
        // The error may lie before the last proof.
        isWhole = true;
      } else if (looks.isExhausted(look)) {
        return Optional.of(pass.facts(true));
      } else {
        looks.await(look++, "reading the level of " + level.key());
      }
      level = again.get();
    }
  }

  private Optional<Start> start(StoredLevel level, boolean isWhole) {
    return level
        .proof()
        .filter(proof -> !isWhole)
        .flatMap(
            proof ->
                level.late().isEmpty()
                    ? Optional.of(new Start(proof.units(), proof.through(), proof.removed()))
                    : levels
                        .closingBefore(level.key(), level.late().get())
                        .map(
                            closing ->
                                // No event since then has listed or delisted it, or it is read.
                                new Start(closing.level(), closing.through(), proof.removed())));
  }

  /** Stores the closings and then the proof, once the findings about the level are stored. */
  public void conclude(LevelFacts facts) {
    StockKey key = facts.level().key();
    facts
        .closure()
        .ifPresent(
            closure -> {
              levels.store(key, closure.closings(), closure.surplus());
              closure.proof().ifPresent(proof -> levels.prove(key, proof));
            });
  }

  /**
   * Empty if a closing was stored without its proof, because the process died in between or the
   * level changed: it includes some of the movements of its day already.
   */
  private Optional<LevelFacts> proved(StoredLevel level, Pass pass) {
    Optional<Closing> before =
        pass.fold.resumedDay().flatMap(day -> levels.closing(level.key(), day));
    if (before.filter(closing -> !pass.isFrom(closing)).isPresent()) {
      return Optional.empty();
    }
    List<Closing> right = pass.fold.closings(before, now.get());
    LevelProof proof =
        new LevelProof(
            level.revision(),
            pass.fold.units(),
            pass.fold.through(),
            pass.name,
            pass.fold.removed());
    boolean hasMovements = !proof.through().equals(Position.NONE);
    Optional<LevelProof> news =
        Optional.of(proof).filter(any -> hasMovements && !level.proof().equals(Optional.of(any)));
    if (pass.start.isPresent()) {
      return Optional.of(pass.facts(List.of(), new Closure(right, Set.of(), news)));
    }
    Map<LocalDate, Closing> expected = byDay(right);
    Map<LocalDate, Closing> found = byDay(levels.closings(level.key()));
    NavigableSet<LocalDate> differ = new TreeSet<>(expected.keySet());
    differ.addAll(found.keySet());
    differ.removeIf(day -> isSame(found.get(day), expected.get(day)));
    Set<LocalDate> surplus = new HashSet<>(found.keySet());
    surplus.removeAll(expected.keySet());
    List<Altered> altered =
        differ.headSet(firstUnproved(level)).stream()
            .limit(LevelFacts.MAX_EACH)
            .map(
                day ->
                    new Altered(
                        Optional.ofNullable(found.get(day)),
                        Optional.ofNullable(expected.get(day))))
            .toList();
    List<Closing> changed = right.stream().filter(one -> differ.contains(one.day())).toList();
    return Optional.of(pass.facts(altered, new Closure(changed, surplus, news)));
  }

  private static boolean isSame(Closing found, Closing expected) {
    return found != null && expected != null && found.statesSameAs(expected);
  }

  private static Map<LocalDate, Closing> byDay(List<Closing> closings) {
    Map<LocalDate, Closing> byDay = new TreeMap<>();
    closings.forEach(closing -> byDay.put(closing.day(), closing));
    return byDay;
  }

  /** The first day whose closing may differ because movements came since the last proof. */
  private static LocalDate firstUnproved(StoredLevel level) {
    if (level.proof().isEmpty()) {
      return LocalDate.MIN;
    }
    LocalDate proved = DailyFold.dayOf(Position.instant(level.proof().get().through()));
    LocalDate first = level.isProved() ? proved.plusDays(1) : proved;
    return level
        .late()
        .map(late -> DailyFold.dayOf(Position.instant(late)))
        .filter(late -> late.isBefore(first))
        .orElse(first);
  }

  /** One reading of the movements. */
  private final class Pass {

    private final StoredLevel level;
    private final Optional<Start> start;
    private final DailyFold fold;
    private final List<Fall> falls = new ArrayList<>();
    private final Map<String, Movement> names = new LinkedHashMap<>();
    private String name;

    Pass(StoredLevel level, Optional<Start> start) {
      this.level = level;
      this.start = start;
      fold = new DailyFold(level.key(), rows, start);
      name = level.proof().map(LevelProof::itemName).orElse(level.key().itemId());
      Iterator<Movement> movements =
          levels.movements(level, start.map(Start::through).orElse(Position.NONE));
      while (movements.hasNext()) {
        add(movements.next());
      }
    }

    private void add(Movement movement) {
      boolean wasBelow = fold.units().signum() < 0;
      fold.add(movement);
      if (movement.isCorrection()) {
        return;
      }
      // A count uses the item's id as its name, and an event may have no name.
      boolean isNaming = movement.kind() == Kind.CHANGE && !movement.itemName().isEmpty();
      if (isNaming) {
        name = movement.itemName();
      }
      if (level.isNew(movement.position())) {
        addNew(movement, isNaming, !wasBelow && fold.units().signum() < 0);
      }
    }

    private void addNew(Movement movement, boolean isNaming, boolean isFall) {
      if (isFall && falls.size() < LevelFacts.MAX_EACH) {
        falls.add(new Fall(movement, fold.units()));
      }
      if (isNaming && names.size() < LevelFacts.MAX_EACH) {
        names.putIfAbsent(movement.itemName(), movement);
      }
    }

    boolean isFrom(Closing closing) {
      return start.map(Start::through).equals(Optional.of(closing.through()));
    }

    boolean matches() {
      return fold.units().equals(level.level().units())
          && fold.removed() == level.level().removed();
    }

    LevelFacts facts(boolean isBusy) {
      return facts(isBusy, List.of(), Optional.empty());
    }

    LevelFacts facts(List<Altered> altered, Closure closure) {
      return facts(false, altered, Optional.of(closure));
    }

    private LevelFacts facts(boolean isBusy, List<Altered> altered, Optional<Closure> closure) {
      return new LevelFacts(
          level,
          fold.units(),
          fold.removed(),
          isBusy,
          falls,
          level
              .proof()
              .map(LevelProof::itemName)
              .filter(known -> !known.equals(level.key().itemId())),
          List.copyOf(names.values()),
          altered,
          closure);
    }
  }
}
