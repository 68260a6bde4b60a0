package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem.Parts;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored levels and movements. Every read is strongly consistent. */
public interface StockTable {

  /**
   * Visits every stored level, and every missing level of an item that has events, unless the
   * item's names are too long for a key.
   */
  void forEachLevel(Consumer<StockKey> onLevel);

  /** The level of an item in a warehouse, if there is one. */
  Optional<Parts> level(StockKey key);

  /** The movements of an item in a warehouse by position, including corrections. */
  Iterable<Movement> movements(StockKey key);

  /** Stores a movement as its file gives it, replacing the one at its position. */
  void restore(Movement movement);

  /** Deletes a movement that its file does not give. */
  void remove(StockKey key, String position);

  /**
   * Corrects a level and records the correction, in one transaction.
   *
   * @return false if the level has changed since it was read; then nothing was written
   */
  boolean correct(Correction correction);

  /**
   * A correction of a level.
   *
   * @param key the item and warehouse
   * @param from the level that was read, if there was one
   * @param to the correct level; empty if there must be none
   * @param movements the number of the item's movements
   * @param reason why, for people
   */
  record Correction(
      StockKey key, Optional<Parts> from, Optional<StockLevel> to, int movements, String reason) {}
}
