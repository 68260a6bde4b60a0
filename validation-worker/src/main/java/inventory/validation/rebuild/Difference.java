package inventory.validation.rebuild;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An item in a warehouse whose stored data does not match its files.
 *
 * @param key the item and warehouse
 * @param stored units in the table; empty if it has no level
 * @param right units computed from the files; empty if they give no level
 * @param why what is wrong, for people
 */
public record Difference(
    StockKey key, Optional<BigInteger> stored, Optional<BigInteger> right, String why) {}
