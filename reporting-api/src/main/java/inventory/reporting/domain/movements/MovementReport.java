package inventory.reporting.domain.movements;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An entry of an item's movements, the file it came from, and the level that it led to.
 *
 * @param entry the entry
 * @param file the key of the file's object; empty if the entry came from no file
 * @param balance units in its warehouse after this entry and all before it; empty if rows that were
 *     too many to be stored decide it, or if too many movements would have to be read
 */
public record MovementReport(
    MovementEntry entry, Optional<String> file, Optional<BigInteger> balance) {}
