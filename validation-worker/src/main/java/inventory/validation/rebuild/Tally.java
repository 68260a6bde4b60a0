package inventory.validation.rebuild;

import inventory.model.StockKey;

/** Counts the results and reports them. */
final class Tally {

  private final DifferenceReport report;
  private long items;
  private long differences;
  private long fixed;
  private long unverified;

  Tally(DifferenceReport report) {
    this.report = report;
  }

  void item() {
    items++;
  }

  void unverified(String what) {
    unverified++;
    report.unverified(what);
  }

  void add(StockKey key, Investigation.Result result) {
    if (result.busy()) {
      unverified(
          "%s in %s changes continuously: try again later"
              .formatted(key.itemId(), key.warehouse()));
    }
    if (result.fixed()) {
      fixed++;
    }
    result
        .difference()
        .ifPresent(
            difference -> {
              differences++;
              report.difference(difference);
            });
  }

  RebuildResult outcome(int files) {
    return new RebuildResult(files, items, differences, fixed, unverified);
  }
}
