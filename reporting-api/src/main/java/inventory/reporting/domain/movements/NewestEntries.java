package inventory.reporting.domain.movements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Collects the newest entries of a roughly ordered stream in the memory of one page. One entry more
 * than a page tells whether there is a next page.
 */
final class NewestEntries {

  private static final Comparator<MovementEntry> OLDEST_FIRST =
      Comparator.comparing(MovementEntry::position);

  private final int limit;
  private final PriorityQueue<MovementEntry> kept = new PriorityQueue<>(OLDEST_FIRST);
  private String leftOver = "";

  NewestEntries(int limit) {
    this.limit = limit;
  }

  void offer(MovementEntry entry) {
    kept.add(entry);
    if (kept.size() > limit + 1) {
      leave(kept.remove());
    }
  }

  /** Entries before this position cannot be on the page; empty while every entry can. */
  Optional<String> floor() {
    return kept.size() > limit ? Optional.of(kept.element().position().at()) : Optional.empty();
  }

  /** The page's entries, newest first, and the first one of the next page if there is one. */
  List<MovementEntry> pageAndNext() {
    List<MovementEntry> newest = new ArrayList<>(kept);
    newest.sort(Collections.reverseOrder(OLDEST_FIRST));
    return newest;
  }

  /**
   * Where the next page begins; empty if all entries are on this one.
   *
   * @param readAt when the first page was read
   */
  Optional<PagePosition> next(Instant readAt) {
    if (kept.size() <= limit) {
      return Optional.empty();
    }
    leave(kept.element());
    MovementEntry.EntryPosition last = pageAndNext().get(limit - 1).position();
    String upTo = leftOver.compareTo(last.at()) > 0 ? leftOver : last.at();
    return Optional.of(new PagePosition(last, upTo, readAt, Map.of()));
  }

  private void leave(MovementEntry entry) {
    if (entry.movement().compareTo(leftOver) > 0) {
      leftOver = entry.movement();
    }
  }
}
