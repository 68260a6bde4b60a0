package inventory.model.movement;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;

/**
 * The whole history of a level: its stored movements, and those that so far only its marks have.
 * Whoever reads it reads the level with its marks first and the stored movements afterwards: a mark
 * is removed only when its movement is stored, so no movement is missed.
 */
public final class History {

  private History() {}

  /**
   * Unites movements by position. A stored movement replaces its mark, which may lack the rows.
   *
   * @param <M> a movement, or a record of one
   * @param stored in the order of the comparator; read as the result is read
   * @param marks in any order; few
   * @param order compares positions; equal for a mark and its stored movement only
   * @return in the order of the comparator
   */
  public static <M> Iterator<M> unite(
      Iterator<M> stored, Collection<M> marks, Comparator<M> order) {
    Deque<M> ahead = new ArrayDeque<>(marks.stream().sorted(order).toList());
    return new Iterator<>() {
      private final Deque<M> next = new ArrayDeque<>(1);

      @Override
      public boolean hasNext() {
        return !next.isEmpty() || !ahead.isEmpty() || stored.hasNext();
      }

      @Override
      public M next() {
        if (next.isEmpty() && stored.hasNext()) {
          next.add(stored.next());
        }
        if (next.isEmpty()) {
          return ahead.remove();
        }
        if (!ahead.isEmpty() && order.compare(ahead.element(), next.element()) == 0) {
          ahead.remove();
        }
        boolean isMark = !ahead.isEmpty() && order.compare(ahead.element(), next.element()) < 0;
        return isMark ? ahead.remove() : next.remove();
      }
    };
  }
}
