package inventory.validation.domain;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.PackedRows;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An item with its levels in all warehouses.
 *
 * @param itemId its identifier
 * @param levels one for each warehouse that has the item
 */
public record ItemFacts(String itemId, List<Level> levels) {

  /** Copies the list. */
  public ItemFacts {
    levels = List.copyOf(levels);
  }

  /** A level and its movements. */
  public interface Level {

    /** The item and warehouse. */
    StockKey key();

    /** The level in the table. */
    StockLevel level();

    /** The level's revision when it was read. */
    BigInteger revision();

    /** Visits all stored movements, the earliest first. May be called more than once. */
    void forEach(Consumer<Movement> visitor);

    /** Reads the level and its movements again; they may have changed. */
    Optional<Level> again();

    /** Visits the rows of a movement, from the table or, if not stored there, from the file. */
    void forEachRow(Movement movement, Consumer<PackedRows.Row> visitor);

    /** The sum of a movement's changes after a count at a position, in units. */
    BigInteger changeAfter(Movement movement, String counted);

    /** The key of the movement's file, if this run checked that file. */
    Optional<String> fileOfThisRun(Movement movement);
  }
}
