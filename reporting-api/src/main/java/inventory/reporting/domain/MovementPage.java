package inventory.reporting.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an item's movements.
 *
 * @param entries the newest first
 * @param fileKeys the keys of the files that they came from, by the files' ids
 * @param next where the next page begins; empty if this is the last
 */
public record MovementPage(
    List<MovementEntry> entries, Map<String, String> fileKeys, Optional<MovementCursor> next) {

  /** Collections are copied, so that a page never changes. */
  public MovementPage {
    entries = List.copyOf(entries);
    fileKeys = Map.copyOf(fileKeys);
  }
}
