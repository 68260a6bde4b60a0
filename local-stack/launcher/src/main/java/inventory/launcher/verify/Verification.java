package inventory.launcher.verify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import inventory.launcher.generate.Totals;
import inventory.launcher.verify.ReportingClient.ItemTotal;
import inventory.launcher.verify.ReportingClient.StockedItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares the reports with the totals of generated data. */
public final class Verification {

  // Files are listed by the day of their arrival, which totals do not know.
  private static final int DAYS = 7;
  private static final String NOT_VISIBLE = "not visible, because reports show it next to a level";

  private final ReportingClient reports;
  private final Totals totals;
  private final List<String> differences = new ArrayList<>();

  /** Prepares a comparison. */
  public Verification(ReportingClient reports, Totals totals) {
    this.reports = reports;
    this.totals = totals;
  }

  /**
   * Compares every level, threshold and file.
   *
   * @return a line for each difference
   * @throws inventory.stack.LaunchException if the reports cannot be read
   */
  public List<String> differences() throws InterruptedException {
    differences.clear();
    compareWarehouses();
    for (Totals.Threshold threshold : totals.thresholds()) {
      if (threshold.warehouse() == null) {
        ItemTotal actual = reports.item(threshold.itemId()).orElse(null);
        String name = "the threshold of " + threshold.itemId() + " in all warehouses";
        Object value = actual == null ? NOT_VISIBLE : actual.restockIfBelow();
        compare(name, value, threshold.restockIfBelow());
      }
    }
    compareFiles();
    return List.copyOf(differences);
  }

  private void compareWarehouses() throws InterruptedException {
    Map<String, List<Totals.Level>> levels =
        totals.levels().stream().collect(groupingBy(Totals.Level::warehouse));
    Map<String, List<Totals.Threshold>> thresholds =
        totals.thresholds().stream()
            .filter(threshold -> threshold.warehouse() != null)
            .collect(groupingBy(Totals.Threshold::warehouse));
    Set<String> known = Set.copyOf(reports.warehouses());
    Set<String> named = new TreeSet<>(levels.keySet());
    named.addAll(thresholds.keySet());
    for (String warehouse : named) {
      Map<String, StockedItem> items = new HashMap<>();
      if (known.contains(warehouse)) {
        reports.items(warehouse).forEach(item -> items.put(item.itemId(), item));
      }
      levels
          .getOrDefault(warehouse, List.of())
          .forEach(level -> compare(level, items.get(level.itemId())));
      for (Totals.Threshold threshold : thresholds.getOrDefault(warehouse, List.of())) {
        StockedItem actual = items.get(threshold.itemId());
        Object value = actual == null ? NOT_VISIBLE : actual.restockIfBelow();
        compare(
            "the threshold of " + threshold.itemId() + " in " + warehouse,
            value,
            threshold.restockIfBelow());
      }
    }
  }

  private void compare(Totals.Level expected, StockedItem actual) {
    String name = expected.itemId() + " in " + expected.warehouse();
    Object level = actual == null ? "missing" : actual.stockLevel();
    compare("the level of " + name, level, expected.stockLevel());
    if (actual != null && expected.removed() != null) {
      compare(name, onList(actual.removed()), onList(expected.removed()));
    }
  }

  private static String onList(boolean removed) {
    return removed ? "off the list" : "on the list";
  }

  private void compare(String name, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      differences.add("%s is %s, but should be %s".formatted(name, actual, expected));
    }
  }

  private void compareFiles() throws InterruptedException {
    Map<String, List<String>> actual = fileOutcomes();
    // Of files with the same content, any may be the one that is applied.
    Collection<List<Totals.File>> groups =
        totals.files().stream()
            .collect(
                groupingBy(
                    file -> file.sameAs() == null ? file.key() : file.sameAs(),
                    LinkedHashMap::new,
                    toList()))
            .values();
    for (List<Totals.File> group : groups) {
      List<List<String>> found =
          group.stream().map(file -> actual.getOrDefault(file.key(), List.of())).toList();
      List<String> expected =
          group.stream()
              .map(f -> outcome(f.kind(), f.status(), f.rowsApplied(), f.rowsRejected()))
              .toList();
      List<String> swapped = new ArrayList<>(expected);
      Collections.reverse(swapped);
      if (!matches(found, expected) && !matches(found, swapped)) {
        differences.add(
            "%s: the record is %s, but should be %s"
                .formatted(
                    text(group.stream().map(Totals.File::key)),
                    text(found.stream().map(all -> all.isEmpty() ? "missing" : all.get(0))),
                    text(expected.stream())));
      }
    }
  }

  /** By key, the newest first. A key that was uploaded again has several. */
  private Map<String, List<String>> fileOutcomes() throws InterruptedException {
    Map<String, List<String>> outcomes = new TreeMap<>();
    Set<String> missing = new TreeSet<>(totals.files().stream().map(Totals.File::key).toList());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int i = 0; i < DAYS && !missing.isEmpty(); i++) {
      for (ReportingClient.File file : reports.files(today.minusDays(i))) {
        outcomes
            .computeIfAbsent(file.key(), any -> new ArrayList<>())
            .add(outcome(file.kind(), file.status(), file.rowsApplied(), file.rowsRejected()));
        missing.remove(file.key());
      }
    }
    return outcomes;
  }

  private static String outcome(Object kind, Object status, long applied, long rejected) {
    return "%s %s, %d applied and %d rejected".formatted(kind, status, applied, rejected);
  }

  private static boolean matches(List<List<String>> found, List<String> expected) {
    return IntStream.range(0, expected.size())
        .allMatch(i -> found.get(i).contains(expected.get(i)));
  }

  private static String text(Stream<String> parts) {
    return parts.collect(joining("; "));
  }
}
