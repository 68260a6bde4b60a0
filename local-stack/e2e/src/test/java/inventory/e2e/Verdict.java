package inventory.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.verify.ReportingClient;
import inventory.model.FileStatus;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the reports against what was dropped. */
public final class Verdict {

  private Verdict() {}

  /** Every item of every warehouse that the facts name has its level, and there are no others. */
  static void assertLevels(ReportingClient reports, Collection<Fact> facts)
      throws InterruptedException {
    Map<String, Map<String, BigInteger>> expected = Oracle.levels(facts);
    assertThat(reported(reports, expected.keySet())).isEqualTo(expected);
  }

  /** Whether that is so. */
  static boolean isExact(ReportingClient reports, Collection<Fact> facts)
      throws InterruptedException {
    Map<String, Map<String, BigInteger>> expected = Oracle.levels(facts);
    return reported(reports, expected.keySet()).equals(expected);
  }

  private static Map<String, Map<String, BigInteger>> reported(
      ReportingClient reports, Set<String> warehouses) throws InterruptedException {
    Map<String, Map<String, BigInteger>> reported = new TreeMap<>();
    for (String warehouse : warehouses) {
      reported.put(warehouse, levels(reports, warehouse));
    }
    return reported;
  }

  /** The levels of a warehouse, by item. */
  public static Map<String, BigInteger> levels(ReportingClient reports, String warehouse)
      throws InterruptedException {
    Map<String, BigInteger> levels = new TreeMap<>();
    reports.items(warehouse).forEach(item -> levels.put(item.itemId(), item.stockLevel()));
    return levels;
  }

  /** Every upload of a load is on record and finished as it has to be. */
  static void assertFinished(ReportingClient reports, Workload load) throws InterruptedException {
    Map<FileStatus, Long> statuses =
        files(reports, load).stream().collect(groupingBy(ReportingClient.File::status, counting()));
    long duplicates = load.duplicates();
    assertThat(statuses)
        .isEqualTo(
            Map.of(
                FileStatus.APPLIED,
                load.deliveries().size() - duplicates,
                FileStatus.DUPLICATE,
                duplicates));
  }

  /** The records of a load's uploads, as far as they are there. */
  static List<ReportingClient.File> files(ReportingClient reports, Workload load)
      throws InterruptedException {
    return reports.files(Workload.DAY).stream()
        .filter(file -> file.key().startsWith(load.keyPrefix()))
        .toList();
  }
}
