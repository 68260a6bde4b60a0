package inventory.reporting.domain;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param entries the entries, as many as were asked for unless the list ends here
 * @param more whether the list goes on after the last of them
 */
public record Page<T>(List<T> entries, boolean more) {

  /** Entries are copied; a page that the list goes on after has at least one. */
  public Page {
    entries = List.copyOf(entries);
    if (more && entries.isEmpty()) {
      throw new IllegalArgumentException("an empty page is the last");
    }
  }

  /** After which entry the next page begins; empty where there is none. */
  public Optional<T> next() {
    return more ? Optional.of(entries.get(entries.size() - 1)) : Optional.empty();
  }
}
