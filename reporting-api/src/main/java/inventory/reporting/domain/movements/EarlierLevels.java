package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.model.table.MovementItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds levels before a position by reading movements back to the latest count, or to the first
 * movement. One instance serves one request and bounds what the request reads.
 */
final class EarlierLevels {

  /** One for each movement and for every {@value #ROWS_FOR_ONE} of its rows: about 4 MB. */
  static final int MAX_READ = 10_000;

  private static final int ROWS_FOR_ONE = 20;
  private static final int AT_ONCE = 500;

  private final MovementLog log;
  private final Predicate<MovementItem> isKnown;
  private int left = MAX_READ;

  /**
   * Reads a log.
   *
   * @param isKnown selects the movements that count
   */
  EarlierLevels(MovementLog log, Predicate<MovementItem> isKnown) {
    this.log = log;
    this.isKnown = isKnown;
  }

  /**
   * The level before an entry.
   *
   * @param upTo the position of the latest movement that may have older entries
   * @param marks the marks of the current level
   * @return empty if too many movements would have to be read
   */
  Optional<RunningLevel> before(
      StockKey key,
      MovementEntry.EntryPosition entry,
      String upTo,
      Collection<MovementItem> marks) {
    List<MovementEntry> older = new ArrayList<>();
    MovementLog.Range range =
        new MovementLog.Range(Optional.empty(), Optional.of(upTo), Math.min(AT_ONCE, left + 1));
    for (MovementItem movement : log.newestFirst(key, range, marks)) {
      left -= 1 + movement.movement().rowCount() / ROWS_FOR_ONE;
      if (left < 0) {
        return Optional.empty();
      }
      List<MovementEntry> entries =
          Stream.of(movement)
              .filter(isKnown)
              .flatMap(MovementEntry::allOf)
              .filter(each -> each.position().compareTo(entry) < 0)
              .toList();
      older.addAll(entries);
      if (entries.stream().anyMatch(each -> each.kind() == MovementEntry.Kind.COUNT)) {
        break;
      }
    }
    older.sort(Comparator.comparing(MovementEntry::position));
    RunningLevel level = RunningLevel.empty();
    older.forEach(level::apply);
    return Optional.of(level);
  }
}
