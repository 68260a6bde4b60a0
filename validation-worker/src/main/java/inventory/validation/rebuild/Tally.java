package inventory.validation.rebuild;

import inventory.model.StockKey;

/** Counts what is reported. */
final class Tally {

  private final Report report;
  private long items;
  private long differences;
  private long mended;
  private long unproved;

  Tally(Report report) {
    this.report = report;
  }

  void item() {
    items++;
  }

  void unproved(String what) {
    unproved++;
    report.unproved(what);
  }

  void add(StockKey key, Investigation.Result result) {
    if (result.busy()) {
      unproved(
          "%s in %s changes all the while: try again later"
              .formatted(key.itemId(), key.warehouse()));
    }
    if (result.mended()) {
      mended++;
    }
    result
        .difference()
        .ifPresent(
            difference -> {
              differences++;
              report.difference(difference);
            });
  }

  Outcome outcome(int files) {
    return new Outcome(files, items, differences, mended, unproved);
  }
}
