package inventory.reporting.domain.overview;

import inventory.model.table.RunItem;
import inventory.reporting.domain.runs.ValidationRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes overviews, each from at most {@value #MAX_WAREHOUSES} and three records. */
public final class Overviews {

  private static final int MAX_WAREHOUSES = 100;

  private final Counters counters;
  private final ValidationRuns runs;

  /** Reads from these. */
  public Overviews(Counters counters, ValidationRuns runs) {
    this.counters = counters;
    this.runs = runs;
  }

  /** The current state of everything. While nothing changes, every instance answers the same. */
  public Overview at(Instant now) {
    Counters.Everything everything = counters.everything();
    Counters.Day today = counters.filesOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
    Optional<RunItem> lastRun =
        runs.newestFirst(1, Optional.empty()).entries().stream().findFirst();
    Instant at =
        Stream.of(everything.countedAt(), today.countedAt(), lastRun.map(RunItem::startedAt))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(now);
    return new Overview(
        at,
        everything,
        counters.warehouses("", MAX_WAREHOUSES, Optional.empty()).entries(),
        today.files(),
        lastRun);
  }
}
