package inventory.reporting.domain.movements;

import inventory.reporting.domain.items.Level;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The stock of an item in a warehouse at a moment of the past.
 *
 * @param level the present level
 * @param units units at the moment; empty if rows that were too many to be stored decide it, or if
 *     too many movements would have to be read
 */
public record PastItem(Level level, Optional<BigInteger> units) {}
