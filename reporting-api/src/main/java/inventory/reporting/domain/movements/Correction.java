package inventory.reporting.domain.movements;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A correction of a level by a rebuild.
 *
 * @param from units before; empty if there was no level
 * @param to units after; empty if the level was removed
 * @param reason the reason, for people
 */
public record Correction(Optional<BigInteger> from, Optional<BigInteger> to, String reason) {}
