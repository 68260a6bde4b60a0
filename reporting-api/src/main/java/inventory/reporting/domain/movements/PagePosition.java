package inventory.reporting.domain.movements;

/**
 * Where the next page of movements begins. Rows of several movements overlap in time: a movement
 * later than the last entry may still have older rows. Reading resumes at {@code upTo} to find them
 * all.
 *
 * @param last the last entry of the page before
 * @param upTo the position of the latest movement that still has entries to list, or had some when
 *     the page was made; not before {@code last}
 */
public record PagePosition(MovementEntry.EntryPosition last, String upTo) {}
