package inventory.ingest.domain;

import inventory.model.movement.Movement;
import java.math.BigInteger;

/** Sums of a part of a movement's rows, also if the movement did not keep them. */
@FunctionalInterface
public interface PartialSums {

  /**
   * The sum of a movement's changes later than a count.
   *
   * @param counted the position of the count
   * @return units
   * @throws RuntimeException if the rows cannot be read
   */
  BigInteger changeAfter(Movement movement, String counted);
}
