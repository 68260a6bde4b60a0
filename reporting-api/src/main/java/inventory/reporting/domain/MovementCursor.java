package inventory.reporting.domain;

/**
 * Where the next page of movements begins. Rows of several movements overlap in time, so that a
 * movement later than the last entry may still have older rows. {@code upTo} says where reading has
 * to begin again to meet them all.
 *
 * @param last the last entry that was given out
 * @param upTo the position of the latest movement that still has entries to give, or had some when
 *     the page was made; not before {@code last}
 */
public record MovementCursor(MovementEntry.Place last, String upTo) {}
