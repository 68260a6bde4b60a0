package inventory.reporting.domain.movements;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a rebuild of the levels set right.
 *
 * @param from units before; empty if there was no level
 * @param to units after; empty if the level was removed
 * @param reason why, in words for people
 */
public record Correction(Optional<BigInteger> from, Optional<BigInteger> to, String reason) {}
