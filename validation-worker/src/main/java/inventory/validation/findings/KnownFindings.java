package inventory.validation.findings;

import java.util.Set;

/**
 * What is known about findings when a run starts.
 *
 * @param before the ids of the findings of the last completed run
 * @param accepted the ids of those that people have accepted
 */
public record KnownFindings(Set<String> before, Set<String> accepted) {

  /** Whether people know the finding with an id. */
  public FindingState stateOf(String id) {
    if (accepted.contains(id)) {
      return FindingState.ACCEPTED;
    }
    return before.contains(id) ? FindingState.KNOWN : FindingState.NEW;
  }
}
