package inventory.reporting.domain.facts;

/** An entry of a request, as it was read. */
public sealed interface FactEntry {

  /** A valid fact. */
  record Accepted(Fact fact) implements FactEntry {}

  /** An entry that will not be applied. */
  record Rejected(Problem problem) implements FactEntry {}

  /**
   * Why an entry is rejected.
   *
   * @param code the kind of problem, see {@link inventory.model.event.BadFieldException}
   * @param field the bad field; empty if it is not a single one
   * @param reason the reason, in words for people
   */
  record Problem(String code, String field, String reason) {}
}
