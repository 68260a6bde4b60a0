package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.HashRange;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks closely at suspects: finds the movements at fault by reading the files again, mends them if
 * it may, and then holds the level against what its movements give.
 */
final class Investigation {

  /** A level that changes each time that it is read is left to the next rebuild. */
  private static final int MAX_ATTEMPTS = 5;

  private final SourceFiles files;
  private final NeededRows originals;
  private final StockTable table;
  private final boolean mayMend;
  private final Map<RowsNeeded, BigInteger> known = new HashMap<>();

  Investigation(SourceFiles files, NeededRows originals, StockTable table, boolean mayMend) {
    this.files = files;
    this.originals = originals;
    this.table = table;
    this.mayMend = mayMend;
  }

  /**
   * What became of a suspect.
   *
   * @param difference what was wrong; empty if nothing was, after all
   * @param mended whether it was mended
   * @param busy whether it changed all the while, so that nothing could be told
   */
  record Result(Optional<Difference> difference, boolean mended, boolean busy) {
    private static final Result WELL = new Result(Optional.empty(), false, false);
    private static final Result BUSY = new Result(Optional.empty(), false, true);
  }

  /** Finds, or mends, the movements at fault, and reads the rows that levels hang on. */
  void prepare(HashRange part, List<Suspect> suspects) {
    Map<StockKey, Suspect> damaged =
        suspects.stream()
            .filter(Suspect::movementsDiffer)
            .collect(Collectors.toMap(Suspect::key, Function.identity()));
    if (!damaged.isEmpty()) {
      damaged.values().forEach(this::listStored);
      files.forEachMovement(() -> part, given -> compare(damaged.get(given.key()), given));
      damaged.values().forEach(suspect -> suspect.forEachSurplus(at -> remove(suspect, at)));
    }
    known.clear();
    Set<RowsNeeded> needed = new HashSet<>();
    suspects.forEach(suspect -> needed.addAll(fold(suspect).needed()));
    known.putAll(originals.read(needed));
  }

  /** Holds the level of a prepared suspect against its movements, and mends it if it may. */
  Result conclude(Suspect suspect) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<StoredLevel> level = table.level(suspect.key());
      LevelFold fold = fold(suspect);
      // Every movement raises the revision: if the level stood still, so did the movements.
      if (fold.needed().isEmpty() && level.equals(table.level(suspect.key()))) {
        Optional<Result> result = judge(suspect, level, fold);
        if (result.isPresent()) {
          return result.get();
        }
      }
    }
    return Result.BUSY;
  }

  private void listStored(Suspect suspect) {
    for (Movement movement : table.movements(suspect.key())) {
      if (files.has(movement.fileId())) {
        suspect.stored(movement);
      }
    }
  }

  private void compare(Suspect suspect, Movement given) {
    if (suspect == null || !suspect.isDamaged(given)) {
      return;
    }
    if (mayMend) {
      table.restore(given);
    } else {
      suspect.overlay(given);
    }
  }

  private void remove(Suspect suspect, String position) {
    if (mayMend) {
      table.remove(suspect.key(), position);
    } else {
      suspect.leaveOut(position);
    }
  }

  private LevelFold fold(Suspect suspect) {
    LevelFold fold = new LevelFold(known);
    suspect.forEach(table.movements(suspect.key()), fold::add);
    return fold;
  }

  /** Empty if the level changed before it could be mended. */
  private Optional<Result> judge(Suspect suspect, Optional<StoredLevel> level, LevelFold fold) {
    Optional<String> reason = suspect.problem().or(() -> StoredLevel.problem(level, fold.level()));
    if (reason.isEmpty()) {
      return Optional.of(Result.WELL);
    }
    if (mayMend
        && !table.correct(
            new StockTable.Correction(
                suspect.key(), level, fold.level(), fold.count(), reason.get()))) {
      return Optional.empty();
    }
    Difference difference =
        new Difference(
            suspect.key(),
            level.flatMap(StoredLevel::units),
            fold.level().map(StockLevel::units),
            reason.get());
    return Optional.of(new Result(Optional.of(difference), mayMend, false));
  }
}
