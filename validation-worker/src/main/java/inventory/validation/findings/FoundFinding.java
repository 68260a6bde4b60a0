package inventory.validation.findings;

import inventory.validation.domain.Finding;
import java.util.Comparator;

/**
 * A finding of a run.
 *
 * @param state whether people know it
 * @param finding the finding
 */
public record FoundFinding(FindingState state, Finding finding) {

  /** New findings first, then by severity. */
  public static final Comparator<FoundFinding> WORST_FIRST =
      Comparator.comparing(FoundFinding::state).thenComparing(found -> found.finding().severity());
}
