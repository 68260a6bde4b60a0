package inventory.threshold.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Remarks about an applied file, in words for people. */
final class ImportSummary {

  private final List<String> remarks = new ArrayList<>();

  void entries(int total, int rejected) {
    if (total == 0) {
      remarks.add("the ThresholdList is empty");
    }
    if (rejected > 0) {
      remarks.add(rejected + (rejected == 1 ? " entry was" : " entries were") + " rejected");
    }
  }

  void older(int count) {
    if (count > 0) {
      String are = count == 1 ? " threshold is" : " thresholds are";
      remarks.add(count + are + " older than the current value and ignored");
    }
  }

  void applied(int entries) {
    if (entries == 0) {
      remarks.add("the file sets nothing");
    }
  }

  void unknownFields(Collection<String> names) {
    if (!names.isEmpty()) {
      remarks.add("unknown fields ignored: " + String.join(", ", new TreeSet<>(names)));
    }
  }

  void day(Optional<String> problem) {
    problem.ifPresent(remarks::add);
  }

  /** All remarks; empty if there are none. */
  String text() {
    return String.join("; ", remarks);
  }
}
