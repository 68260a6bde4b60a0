package inventory.reporting.domain.overview;

import inventory.reporting.domain.alerts.LowAndOut;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A warehouse in numbers.
 *
 * @param name the warehouse's name
 * @param items the number of levels, including zero and negative ones
 * @param units the sum of the levels
 * @param alerts the open alerts on its items
 * @param lastFileAt when a file last changed a level
 */
public record WarehouseCounts(
    String name, long items, BigInteger units, LowAndOut alerts, Optional<Instant> lastFileAt) {}
