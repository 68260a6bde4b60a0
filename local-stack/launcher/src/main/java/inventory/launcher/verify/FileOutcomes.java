package inventory.launcher.verify;

import inventory.launcher.demo.ReportingClient;
import inventory.launcher.generate.Totals;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How files ended, beside how they should. */
final class FileOutcomes {

  /** Files are on record by the day of their arrival, which totals do not know. */
  private static final int DAYS = 7;

  private final List<Totals.File> expected;

  FileOutcomes(List<Totals.File> expected) {
    this.expected = expected;
  }

  /** How a file ended; a key that is uploaded again has several. */
  private record Outcome(FileKind kind, FileStatus status, long applied, long rejected) {

    static Outcome of(Totals.File file) {
      return new Outcome(file.kind(), file.status(), file.rowsApplied(), file.rowsRejected());
    }

    static Outcome of(ReportingClient.File file) {
      return new Outcome(
          FileKind.valueOf(file.kind()), file.status(), file.rowsApplied(), file.rowsRejected());
    }

    @Override
    public String toString() {
      return "%s %s, %d applied and %d rejected".formatted(kind, status, applied, rejected);
    }
  }

  List<String> differences(ReportingClient reports) throws InterruptedException {
    List<String> differences = new ArrayList<>();
    if (expected.isEmpty()) {
      return differences;
    }
    Map<String, List<Outcome>> actual = outcomes(reports);
    // Files of the same content are as good as each other: which came first is not known.
    Map<String, List<Totals.File>> groups =
        expected.stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.sameAs() == null ? file.key() : file.sameAs(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.values().forEach(group -> compare(group, actual, differences));
    return differences;
  }

  private Map<String, List<Outcome>> outcomes(ReportingClient reports) throws InterruptedException {
    Set<String> missing = expected.stream().map(Totals.File::key).collect(Collectors.toSet());
    Set<String> wanted = Set.copyOf(missing);
    Map<String, List<Outcome>> outcomes = new HashMap<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int i = 0; i < DAYS && !missing.isEmpty(); i++) {
      for (ReportingClient.File file : reports.files(today.minusDays(i))) {
        if (wanted.contains(file.key())) {
          outcomes.computeIfAbsent(file.key(), any -> new ArrayList<>()).add(Outcome.of(file));
          missing.remove(file.key());
        }
      }
    }
    return outcomes;
  }

  private static void compare(
      List<Totals.File> group, Map<String, List<Outcome>> actual, List<String> differences) {
    List<List<Outcome>> found =
        group.stream().map(file -> actual.getOrDefault(file.key(), List.of())).toList();
    List<Outcome> wanted = group.stream().map(Outcome::of).toList();
    List<Outcome> swapped = new ArrayList<>(wanted);
    Collections.reverse(swapped);
    if (!isAmong(found, wanted) && !isAmong(found, swapped)) {
      differences.add(
          "%s ended as %s, but should be %s"
              .formatted(
                  words(group.stream().map(Totals.File::key)),
                  words(found.stream().map(FileOutcomes::newest)),
                  words(wanted.stream())));
    }
  }

  private static boolean isAmong(List<List<Outcome>> found, List<Outcome> wanted) {
    return IntStream.range(0, wanted.size()).allMatch(i -> found.get(i).contains(wanted.get(i)));
  }

  /** The API gives the newest first. */
  private static String newest(List<Outcome> outcomes) {
    return outcomes.isEmpty() ? "nothing on record" : outcomes.get(0).toString();
  }

  private static String words(Stream<?> parts) {
    return parts.map(Object::toString).collect(Collectors.joining("; "));
  }
}
