package inventory.ingest.domain;

import inventory.model.movement.RowsAfter;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** Sums of rows that movements did not keep, because they are too many. */
@FunctionalInterface
public interface PartialSums {

  /** For movements that have all their rows. */
  PartialSums NONE =
      parts -> {
        throw new IllegalStateException("there is no original with the rows of " + parts);
      };

  /**
   * The sums of the changes in some parts of files. The costs do not grow with the number of parts,
   * but with the size of the files.
   *
   * @return units, for each part
   * @throws RuntimeException if the rows cannot be read
   */
  Map<RowsAfter, BigInteger> sums(Collection<RowsAfter> parts);
}
