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
 * A warehouse that reported on each of seven days but not on the day after them: the last full UTC
 * day before the run.
 */
public final class MissingFile implements Check {

  private static final int DAYS = 7;

  @Override
  public String name() {
    return "missing-file";
  }

  @Override
  public Severity severity() {
    return Severity.LOST;
  }

  @Override
  public void run(RunFacts run, Report report) {
    LocalDate day = LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC).minusDays(1);
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
                "no file on " + day,
                "a file that names the warehouse, as on each of the %d days before"
                    .formatted(DAYS)));
      }
    }
  }
}
