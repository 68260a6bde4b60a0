package inventory.validation.domain;

import java.util.Map;
import java.util.function.Consumer;

/** The levels in the table. */
public interface Levels {

  /**
   * Goes through all items that have a level, by identifier.
   *
   * @param afterItem the item behind which it begins, as it stands in keys; empty for all
   * @param filesOfThisRun the keys of the files that this run checked, by file id
   * @param visitor is handed each item
   */
  void forEach(String afterItem, Map<String, String> filesOfThisRun, Consumer<ItemFacts> visitor);

  /** The files that a run has checked: their keys by file id. */
  Map<String, String> filesOf(String runId);
}
