package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.util.Optional;
import java.util.function.Consumer;

/** The levels and movements as they stand. Every read is strongly consistent. */
public interface StockTable {

  /**
   * Names every level that there is, and every one that is missing though the item has events; not
   * those missing whose names are too long for a key.
   */
  void forEachLevel(Consumer<StockKey> onLevel);

  /** The level of an item in a warehouse, if there is one. */
  Optional<StoredLevel> level(StockKey key);

  /** The movements of an item in a warehouse in the order of their positions, corrections too. */
  Iterable<Movement> movements(StockKey key);

  /** Puts a movement as its file gives it, in place of what stands at its position. */
  void restore(Movement movement);

  /** Removes a movement that its file does not give. */
  void remove(StockKey key, String position);

  /**
   * Sets a level right and records the correction, both or neither.
   *
   * @return false if the level is no longer the one that was read, so that nothing was written
   */
  boolean correct(Correction correction);

  /**
   * What to write.
   *
   * @param key which item in which warehouse
   * @param from the level that was read, if there was one
   * @param to the right level; empty if there must be none
   * @param movements how many movements the item has
   * @param reason why, in words for people
   */
  record Correction(
      StockKey key,
      Optional<StoredLevel> from,
      Optional<StockLevel> to,
      int movements,
      String reason) {}
}
