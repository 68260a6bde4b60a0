package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.RunFacts.Warehouse;
import inventory.validation.domain.Severity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/**
 * A warehouse that reported on each of seven days but not on the day after them. Each full UTC day
 * since the last completed run is looked at; of the first run, the day before it.
 */
public final class MissingFile extends Check {

  private static final int DAYS = 7;

  /** Creates the check. */
  public MissingFile() {
    super("missing-file", Severity.LOST);
  }

  @Override
  public void run(RunFacts run, Report report) {
    LocalDate today = LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
    LocalDate first =
        run.lastRun()
            .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
            .filter(day -> day.isAfter(today.minusDays(DAYS)))
            .orElse(today.minusDays(1));
    first.datesUntil(today).forEach(day -> check(day, run, report));
  }

  private void check(LocalDate day, RunFacts run, Report report) {
    for (Warehouse warehouse : run.warehouses()) {
      boolean isExpected =
          IntStream.rangeClosed(1, DAYS)
              .mapToObj(day::minusDays)
              .allMatch(warehouse.reportedOn()::contains);
      if (isExpected && !warehouse.reportedOn().contains(day)) {
        report.add(
            Finding.ofStock(
                this,
                warehouse.name(),
                "",
                "no file of %s that was checked".formatted(day),
                "a file that names the warehouse, as on each of the %d days before"
                    .formatted(DAYS)));
      }
    }
  }
}
