package inventory.validation.domain;

import inventory.model.movement.Closing;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A level, and what one reading of its movements gives.
 *
 * @param level the level in the table
 * @param units the units that its movements give
 * @param removed whether its events say that the item is off the list
 * @param isBusy whether it changed at every look, so that it could not be compared
 * @param falls the new movements that take it below zero, the first ones
 * @param nameBefore the name that it had when it was last proved, if it had one
 * @param names the new movements that name the item, the first of each name
 * @param altered the closings that differ from what its movements give, the first ones
 * @param closure what is to be stored of it; empty if it is wrong or busy
 */
public record LevelFacts(
    StoredLevel level,
    BigInteger units,
    boolean removed,
    boolean isBusy,
    List<Fall> falls,
    Optional<String> nameBefore,
    List<Movement> names,
    List<Altered> altered,
    Optional<Closure> closure) {

  /** How many falls, names and closings are kept for each level. */
  public static final int MAX_EACH = 10;

  /** Copies the lists. */
  public LevelFacts {
    falls = List.copyOf(falls);
    names = List.copyOf(names);
    altered = List.copyOf(altered);
  }

  /**
   * What is stored of a level that is right.
   *
   * @param closings closings that are new or have changed
   * @param surplus days whose closings are deleted
   * @param proof the proof, unless it is stored already
   */
  public record Closure(
      List<Closing> closings, Collection<LocalDate> surplus, Optional<LevelProof> proof) {}

  /**
   * A movement that takes the level below zero.
   *
   * @param movement the movement
   * @param level units after it
   */
  public record Fall(Movement movement, BigInteger level) {}

  /**
   * A closing that is not what the movements give.
   *
   * @param found the closing in the table, if there is one
   * @param expected the closing that the movements give, if they give one
   */
  public record Altered(Optional<Closing> found, Optional<Closing> expected) {}
}
