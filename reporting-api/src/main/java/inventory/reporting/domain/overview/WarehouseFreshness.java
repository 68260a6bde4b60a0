package inventory.reporting.domain.overview;

import inventory.model.freshness.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How current the stock of a warehouse is.
 *
 * @param state the state
 * @param usualInterval the usual time between two files; empty while it is unknown
 */
public record WarehouseFreshness(Freshness.State state, Optional<Duration> usualInterval) {

  private static final WarehouseFreshness UNKNOWN =
      new WarehouseFreshness(Freshness.State.UNKNOWN, Optional.empty());

  /** The freshness of each warehouse of a page of their list at a time, by their names. */
  public static Map<String, WarehouseFreshness> of(
      List<String> warehouses, FreshnessReports reports, Instant now) {
    Map<String, Freshness> known = reports.of(warehouses);
    return warehouses.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(),
                name ->
                    Optional.ofNullable(known.get(name)).map(one -> at(one, now)).orElse(UNKNOWN)));
  }

  private static WarehouseFreshness at(Freshness freshness, Instant now) {
    return new WarehouseFreshness(freshness.state(now), freshness.usualInterval());
  }
}
