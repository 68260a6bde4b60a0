package inventory.reporting.domain.movements;

import inventory.model.movement.Closing;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.movements.HistoryDay.Moved;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Units that came in and went out, by the days of the rows in UTC. */
final class DailySums {

  private final Map<LocalDate, Moved> days = new HashMap<>();

  /** Adds the changes of a movement. */
  void add(MovementItem item) {
    MovementEntry.allOf(item).forEach(this::add);
  }

  /** Adds a change; a count is none. Rows of several days that are one entry are on the last. */
  void add(MovementEntry entry) {
    if (entry.kind() == MovementEntry.Kind.CHANGE) {
      LocalDate day = EarlierLevels.dayOf(entry.time());
      days.put(day, of(day).plus(entry.units()));
    }
  }

  /** Sets the sums of a day to those of its closing. */
  void set(Closing closing) {
    days.put(closing.day(), moved(closing));
  }

  /** The sums of a day. */
  Moved of(LocalDate day) {
    return days.getOrDefault(day, Moved.NOTHING);
  }

  /** Whether closings state the same sums of their days: then no change of these days lacks. */
  boolean areOf(Collection<Closing> closings) {
    return closings.stream().allMatch(closing -> of(closing.day()).equals(moved(closing)));
  }

  private static Moved moved(Closing closing) {
    return new Moved(closing.in(), closing.out());
  }
}
