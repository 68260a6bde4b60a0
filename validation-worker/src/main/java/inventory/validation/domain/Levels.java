package inventory.validation.domain;

import java.util.Map;
import java.util.function.Consumer;

/** The levels in the table. */
public interface Levels {

  /**
   * Visits all items that have a level, ordered by identifier.
   *
   * @param afterItem the item after which to begin; empty for all items
   * @param filesOfThisRun the keys of the files that this run checked, by file id
   * @param visitor receives each item
   */
  void forEach(String afterItem, Map<String, String> filesOfThisRun, Consumer<ItemFacts> visitor);

  /** The keys of the files that a run has checked, by file id. */
  Map<String, String> filesOf(String runId);
}
