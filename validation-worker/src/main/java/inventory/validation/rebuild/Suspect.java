package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An item in a warehouse that has to be looked at closely, and what is wrong with its movements.
 */
final class Suspect {

  private final StockKey key;
  private final boolean movementsDiffer;
  private final int movements;
  private final Map<String, Fingerprint> stored = new HashMap<>();
  private final NavigableMap<String, Optional<Movement>> overlay = new TreeMap<>();
  private int missing;
  private int altered;
  private int surplus;

  /**
   * Begins with what the first look gave.
   *
   * @param movementsDiffer whether its movements are not what the files give
   * @param movements how many there are, by the table and by the files together
   */
  Suspect(StockKey key, boolean movementsDiffer, int movements) {
    this.key = key;
    this.movementsDiffer = movementsDiffer;
    this.movements = movements;
  }

  StockKey key() {
    return key;
  }

  boolean movementsDiffer() {
    return movementsDiffer;
  }

  int movements() {
    return movements;
  }

  /** Takes note of a movement of the table that some file should give. */
  void stored(Movement movement) {
    stored.put(movement.position(), Fingerprint.of(movement));
  }

  /**
   * Holds a movement that a file gives against the table.
   *
   * @return whether the table has not the same
   */
  boolean isDamaged(Movement given) {
    Fingerprint there = stored.remove(given.position());
    if (there == null) {
      missing++;
      return true;
    }
    if (!there.equals(Fingerprint.of(given))) {
      altered++;
      return true;
    }
    return false;
  }

  /** Names what is left when all files were held against the table: movements that none gives. */
  void forEachSurplus(Consumer<String> onPosition) {
    surplus = stored.size();
    stored.keySet().forEach(onPosition);
    stored.clear();
  }

  /**
   * Has a movement stand, in what follows, where the table has another or none. Its rows are not
   * kept, for the sake of memory.
   */
  void overlay(Movement given) {
    overlay.put(given.position(), Optional.of(withoutRows(given)));
  }

  /** Has a movement of the table be left out in what follows. */
  void leaveOut(String position) {
    overlay.put(position, Optional.empty());
  }

  /** Gives the movements of the table, with the overlay over them, in the order of positions. */
  void forEach(Iterable<Movement> ofTable, Consumer<Movement> onMovement) {
    NavigableMap<String, Optional<Movement>> ahead = new TreeMap<>(overlay);
    for (Movement movement : ofTable) {
      while (!ahead.isEmpty() && ahead.firstKey().compareTo(movement.position()) < 0) {
        ahead.pollFirstEntry().getValue().ifPresent(onMovement);
      }
      Optional<Movement> instead = ahead.remove(movement.position());
      (instead == null ? Optional.of(movement) : instead).ifPresent(onMovement);
    }
    ahead.values().forEach(instead -> instead.ifPresent(onMovement));
  }

  /** What is wrong with its movements, in words for people; empty if nothing is. */
  Optional<String> problem() {
    StringBuilder text = new StringBuilder();
    append(text, missing, " missing");
    append(text, altered, " altered");
    append(text, surplus, " in no file");
    return text.isEmpty() ? Optional.empty() : Optional.of("movements: " + text);
  }

  private static void append(StringBuilder text, int number, String what) {
    if (number > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(number).append(what);
    }
  }

  private static Movement withoutRows(Movement given) {
    return new Movement(
        given.key(),
        given.itemName(),
        given.kind(),
        given.fileId(),
        given.source(),
        given.firstTime(),
        given.lastTime(),
        given.total(),
        given.rowCount(),
        given.firstLine(),
        given.lastLine(),
        Optional.empty());
  }
}
