package inventory.launcher.verify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import inventory.launcher.demo.ReportingClient;
import inventory.launcher.demo.ReportingClient.StockedItem;
import inventory.launcher.generate.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks the reports once for everything that totals speak of. */
public final class Verification {

  private final ReportingClient reports;
  private final Totals totals;
  private final List<String> differences = new ArrayList<>();

  /** Prepares it. */
  public Verification(ReportingClient reports, Totals totals) {
    this.reports = reports;
    this.totals = totals;
  }

  /**
   * Compares every level, threshold and file.
   *
   * @return what differs, a line each
   * @throws inventory.stack.LaunchException if the reports cannot be read
   */
  public List<String> differences() throws InterruptedException {
    differences.clear();
    warehouses();
    thresholdsEverywhere();
    differences.addAll(new FileOutcomes(totals.files()).differences(reports));
    return List.copyOf(differences);
  }

  /** One warehouse after the other, so that not all of them are in memory. */
  private void warehouses() throws InterruptedException {
    Map<String, List<Totals.Level>> levels =
        totals.levels().stream().collect(groupingBy(Totals.Level::warehouse));
    Map<String, List<Totals.Threshold>> thresholds =
        totals.thresholds().stream()
            .filter(threshold -> threshold.warehouse() != null)
            .collect(groupingBy(Totals.Threshold::warehouse));
    Set<String> known = Set.copyOf(reports.warehouses());
    Set<String> named =
        Stream.concat(levels.keySet().stream(), thresholds.keySet().stream()).collect(toSet());
    for (String warehouse : named.stream().sorted().toList()) {
      Map<String, StockedItem> items = new HashMap<>();
      if (known.contains(warehouse)) {
        reports.items(warehouse).forEach(item -> items.put(item.itemId(), item));
      }
      levels
          .getOrDefault(warehouse, List.of())
          .forEach(level -> compare(level, items.get(level.itemId())));
      thresholds
          .getOrDefault(warehouse, List.of())
          .forEach(threshold -> compare(threshold, items.get(threshold.itemId())));
    }
  }

  private void compare(Totals.Level expected, StockedItem actual) {
    String place = expected.itemId() + " in " + expected.warehouse();
    if (actual == null) {
      differ("the level of " + place, "missing", expected.stockLevel());
      return;
    }
    if (!expected.stockLevel().equals(actual.stockLevel())) {
      differ("the level of " + place, actual.stockLevel(), expected.stockLevel());
    }
    if (expected.removed() != null && expected.removed() != actual.removed()) {
      differ(
          place,
          actual.removed() ? "off the list" : "on the list",
          expected.removed() ? "off the list" : "on the list");
    }
  }

  private void compare(Totals.Threshold expected, StockedItem actual) {
    String name = "the threshold of " + expected.itemId() + " in " + expected.warehouse();
    if (actual == null) {
      differ(
          name, "not to be seen (there is no level to show it beside)", expected.restockIfBelow());
    } else if (expected.restockIfBelow() != actual.restockIfBelow()) {
      differ(name, actual.restockIfBelow(), expected.restockIfBelow());
    }
  }

  private void thresholdsEverywhere() throws InterruptedException {
    Map<String, Totals.Threshold> everywhere = new TreeMap<>();
    totals.thresholds().stream()
        .filter(threshold -> threshold.warehouse() == null)
        .forEach(threshold -> everywhere.put(threshold.itemId(), threshold));
    for (Totals.Threshold expected : everywhere.values()) {
      String name = "the threshold of " + expected.itemId() + " in all warehouses";
      ReportingClient.ItemTotal actual = reports.itemIfKnown(expected.itemId()).orElse(null);
      if (actual == null) {
        differ(
            name,
            "not to be seen (there is no level to show it beside)",
            expected.restockIfBelow());
      } else if (expected.restockIfBelow() != actual.restockIfBelow()) {
        differ(name, actual.restockIfBelow(), expected.restockIfBelow());
      }
    }
  }

  private void differ(String what, Object actual, Object expected) {
    differences.add("%s is %s, but should be %s".formatted(what, actual, expected));
  }
}
