package inventory.ingest.domain;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Event;
import inventory.model.movement.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where levels and movements are. Each method is one call, which happens as a whole or not at all;
 * a caller that fails may still have been served. Every read sees every earlier write. Every method
 * throws a {@link StoreBusyException} if the call may succeed a little later.
 */
public interface LevelStore {

  /** What became of the write of a level. */
  sealed interface Written {}

  /**
   * The level was written.
   *
   * @param level what it is now
   */
  record Applied(KnownLevel level) implements Written {}

  /**
   * The condition did not hold, and nothing was written.
   *
   * @param level what the level is; empty if there is none
   */
  record Refused(Optional<KnownLevel> level) implements Written {}

  /**
   * A claim on the id of an event.
   *
   * @param position of the movement that has the id
   * @param statement what the event states, see {@link Movement#statement}
   */
  record Claim(String position, String statement) {}

  /**
   * Changes a level by a movement and marks the movement in it. Condition: the level does not exist
   * yet, or its latest movement is earlier than the first row of this one.
   *
   * @param durable sources whose marks are removed, if they are there
   */
  Written applyLatest(Movement movement, Collection<String> durable);

  /**
   * Replaces a level and marks the movement in it, on condition that no movement was added to the
   * level since it was read.
   *
   * @param known the level that was read
   * @param to the level with the movement
   * @param durable sources whose marks are removed, if they are there
   */
  Written applyLate(Movement movement, KnownLevel known, StockLevel to, Collection<String> durable);

  /** Removes marks of a level, at least one, if they are there. */
  void removeMarks(StockKey key, Collection<String> sources);

  /** The stored movement at a position, if there is one. */
  Optional<Movement> movement(StockKey key, String position);

  /**
   * Stored movements after a position, the first of them in order.
   *
   * @return as many as one call reads; empty only at the end
   */
  List<Movement> movementsAfter(StockKey key, String position);

  /**
   * Stores movements at their positions; the same ones replace themselves.
   *
   * @param movements at most {@link LevelFirstLedger#MAX_STORED_AT_ONCE}, each of another pair
   * @return those that were not stored, and may be a little later
   */
  List<Movement> store(List<Movement> movements);

  /**
   * Claims the id of an event for an item in a warehouse, unless it is claimed.
   *
   * @return the claim that was there before; empty if it is claimed now
   */
  Optional<Claim> claim(StockKey key, Event event, Claim claim);

  /** Records that there is a warehouse. */
  void recordWarehouse(String warehouse);
}
