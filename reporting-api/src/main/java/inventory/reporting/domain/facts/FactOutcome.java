package inventory.reporting.domain.facts;

import java.time.Instant;
import java.util.Optional;

/** What became of an entry. */
public sealed interface FactOutcome {

  /** It will be applied or rejected. */
  record Pending(StatedFact fact) implements FactOutcome {}

  /**
   * The level has it.
   *
   * @param at when the level first had it, if that is known
   */
  record Applied(StatedFact fact, Optional<Instant> at) implements FactOutcome {}

  /**
   * The level had it before, from another entry with the same id.
   *
   * @param position the position of that entry's movement
   * @param at when the level first had it, if that is known
   */
  record Duplicate(StatedFact fact, String position, Optional<Instant> at) implements FactOutcome {}

  /** It is not applied. */
  record Rejected(FactEntry.Problem problem) implements FactOutcome {}
}
