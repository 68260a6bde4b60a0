package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.HashRange;
import inventory.model.movement.Movement;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.RowsAfter;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem.Parts;
import inventory.validation.rebuild.source.SourceFiles;
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
 * Examines suspects: finds wrong movements by reading the files again, fixes them if allowed, and
 * then compares the level with its movements.
 */
final class Investigation {

  /** A level that changes at every read is left to the next rebuild. */
  private static final int MAX_ATTEMPTS = 5;

  private final SourceFiles files;
  private final OriginalRows rows;
  private final StockTable table;
  private final boolean mayFix;
  private final Map<RowsAfter, BigInteger> known = new HashMap<>();

  Investigation(SourceFiles files, OriginalRows rows, StockTable table, boolean mayFix) {
    this.files = files;
    this.rows = rows;
    this.table = table;
    this.mayFix = mayFix;
  }

  /**
   * The result for a suspect.
   *
   * @param difference what was wrong; empty if nothing was
   * @param fixed whether it was fixed
   * @param busy whether it changed continuously and could not be examined
   */
  record Result(Optional<Difference> difference, boolean fixed, boolean busy) {
    private static final Result WELL = new Result(Optional.empty(), false, false);
    private static final Result BUSY = new Result(Optional.empty(), false, true);
  }

  /** Finds or fixes wrong movements, and reads the rows that are needed to compute the levels. */
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
    Set<RowsAfter> needed = new HashSet<>();
    suspects.forEach(suspect -> needed.addAll(fold(suspect).needed()));
    known.putAll(rows.sums(needed));
  }

  /** Compares the level of a prepared suspect with its movements, and fixes it if allowed. */
  Result conclude(Suspect suspect) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<Parts> level = table.level(suspect.key());
      LevelFold fold = fold(suspect);
      // Every movement raises the revision: if the level is unchanged, so are the movements.
      if (fold.needed().isEmpty() && level.equals(table.level(suspect.key()))) {
        Optional<Result> result = compare(suspect, level, fold);
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
    if (mayFix) {
      table.restore(given);
    } else {
      suspect.overlay(given);
    }
  }

  private void remove(Suspect suspect, String position) {
    if (mayFix) {
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

  /** Empty if the level changed before it could be fixed. */
  private Optional<Result> compare(Suspect suspect, Optional<Parts> level, LevelFold fold) {
    Optional<String> reason = suspect.problem().or(() -> TableLevel.problem(level, fold.level()));
    if (reason.isEmpty()) {
      return Optional.of(Result.WELL);
    }
    if (mayFix
        && !table.correct(
            new StockTable.Correction(
                suspect.key(), level, fold.level(), fold.count(), reason.get()))) {
      return Optional.empty();
    }
    Difference difference =
        new Difference(
            suspect.key(),
            level.flatMap(Parts::units),
            fold.level().map(StockLevel::units),
            reason.get());
    return Optional.of(new Result(Optional.of(difference), mayFix, false));
  }
}
