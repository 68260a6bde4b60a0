package inventory.validation.rebuild;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An item in a warehouse that is not what its files give.
 *
 * @param key which item in which warehouse
 * @param stored units by the table; empty if it has no level
 * @param right units by the files; empty if they give no level
 * @param why what is wrong, in words for people
 */
public record Difference(
    StockKey key, Optional<BigInteger> stored, Optional<BigInteger> right, String why) {}
