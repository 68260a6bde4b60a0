package inventory.launcher.demo;

import inventory.model.StockKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What one good row of a file says.
 *
 * @param key which item in which warehouse
 * @param time when it changed; absent for a count, which is of the moment of its upload
 * @param units the signed change, or the count
 */
public record Fact(StockKey key, Optional<Instant> time, long units) {}
