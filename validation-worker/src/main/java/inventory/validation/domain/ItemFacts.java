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
 * An item, with its levels in all warehouses.
 *
 * @param itemId its identifier
 * @param levels one for each warehouse that has it
 */
public record ItemFacts(String itemId, List<Level> levels) {

  /** Keeps its own copy. */
  public ItemFacts {
    levels = List.copyOf(levels);
  }

  /** A level and the movements that it is to follow from. */
  public interface Level {

    /** Which item in which warehouse. */
    StockKey key();

    /** What the table says. */
    StockLevel level();

    /** How often it was written when it was read. */
    BigInteger revision();

    /** Goes through all movements on record, the earliest first. May be asked more than once. */
    void forEach(Consumer<Movement> visitor);

    /** Reads the level and the movements again, as others may have changed them meanwhile. */
    Optional<Level> again();

    /** The rows of a movement, from the table or, where it does not keep them, from the file. */
    void forEachRow(Movement movement, Consumer<PackedRows.Row> visitor);

    /** The sum of a movement's changes later than a count at a position, in units. */
    BigInteger changeAfter(Movement movement, String counted);

    /** The key of the file that brought a movement, if this run checked that file. */
    Optional<String> fileOfThisRun(Movement movement);
  }
}
