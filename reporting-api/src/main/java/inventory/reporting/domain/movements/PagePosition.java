package inventory.reporting.domain.movements;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

/**
 * Where the next page of movements begins. Rows of several movements overlap in time: a movement
 * later than the last entry may still have older rows. Reading resumes at {@code upTo} to find them
 * all.
 *
 * @param last the last entry of the page before
 * @param upTo the position of the latest movement that still has entries to list, or had some when
 *     the page was made; not before {@code last}
 * @param readAt when the first page was read: movements recorded later are on no further page
 * @param known for some warehouses, the level before the entries that were listed so far
 */
public record PagePosition(
    MovementEntry.EntryPosition last, String upTo, Instant readAt, Map<String, KnownLevel> known) {

  /** More would make a cursor long; the others cost some reads. */
  static final int MAX_KNOWN = 10;

  /** Copies the levels. */
  public PagePosition {
    known = Map.copyOf(known);
  }

  /**
   * A level that follows from the current one.
   *
   * @param units units in stock
   * @param revision the revision that the current level had for the first page; if it has another
   *     one now, a movement may have come late
   */
  public record KnownLevel(BigInteger units, BigInteger revision) {}
}
