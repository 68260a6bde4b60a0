package inventory.launcher.validation;

import inventory.model.RunState;
import inventory.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A validation run, as it is on record.
 *
 * @param id its id
 * @param files how many files were checked
 * @param transactions how many transactions were checked
 * @param findings how many findings there are of each check that has any
 * @param worst the worst findings, the worst first
 * @param findingsKey the key of the object that lists all findings; empty until it is there
 */
public record ValidationRun(
    String id,
    RunState state,
    long files,
    long transactions,
    Map<String, Long> findings,
    List<Finding> worst,
    Optional<String> findingsKey) {

  /** Keeps its own copies; the checks in alphabetical order. */
  public ValidationRun {
    findings = new TreeMap<>(findings);
    worst = List.copyOf(worst);
  }

  /**
   * A finding.
   *
   * @param check which check found it
   * @param file the key of the file; empty where it concerns none
   * @param line the line of the file; empty where it concerns none
   * @param found what was found, for people
   */
  public record Finding(String check, Optional<String> file, Optional<Long> line, String found) {}

  static ValidationRun of(Map<String, AttributeValue> item) {
    Map<String, Long> findings = new TreeMap<>();
    map(item, Table.Run.FINDINGS)
        .forEach((check, number) -> findings.put(check, Long.valueOf(number.n())));
    findings.values().removeIf(number -> number == 0);
    return new ValidationRun(
        item.get(Table.Run.RUN_ID).s(),
        RunState.valueOf(item.get(Table.Run.STATE).s()),
        number(item, Table.Run.FILES).orElse(0L),
        number(item, Table.Run.TRANSACTIONS).orElse(0L),
        findings,
        Optional.ofNullable(item.get(Table.Run.WORST)).map(AttributeValue::l).stream()
            .flatMap(List::stream)
            .map(finding -> finding(finding.m()))
            .toList(),
        text(item, Table.Run.FINDINGS_KEY));
  }

  private static Finding finding(Map<String, AttributeValue> item) {
    return new Finding(
        item.get(Table.Finding.CHECK).s(),
        text(item, Table.Finding.FILE),
        number(item, Table.Finding.LINE),
        text(item, Table.Finding.FOUND).orElse(""));
  }

  private static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::m).orElse(Map.of());
  }

  private static Optional<Long> number(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(value -> Long.valueOf(value.n()));
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  /** How many findings there are. */
  public long findingCount() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }
}
