package inventory.reporting.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param entries the entries in the order of the list
 * @param next the position after which the next page begins; empty on the last page
 */
public record Page<T, P>(List<T> entries, Optional<P> next) {

  /** Copies the entries. */
  public Page {
    entries = List.copyOf(entries);
  }

  /** The same page with other entries. */
  public <R> Page<R, P> map(Function<? super T, ? extends R> mapper) {
    return new Page<>(entries.stream().<R>map(mapper).toList(), next);
  }
}
