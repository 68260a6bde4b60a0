package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An item in a warehouse that needs a closer check, and what is wrong with its movements. */
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
   * Creates a suspect from the result of the first check.
   *
   * @param movementsDiffer whether its movements differ from those in the files
   * @param movements their number in the table and in the files together
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

  /** Adds a movement of the table that a file should give. */
  void stored(Movement movement) {
    stored.put(movement.position(), Fingerprint.of(movement));
  }

  /**
   * Compares a movement that a file gives with the table.
   *
   * @return whether the table has a different one or none
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

  /** After all files were compared, visits the remaining movements, which no file gives. */
  void forEachSurplus(Consumer<String> onPosition) {
    surplus = stored.size();
    stored.keySet().forEach(onPosition);
    stored.clear();
  }

  /**
   * Replaces a movement of the table in what follows, or adds one. Its rows are dropped to save
   * memory.
   */
  void overlay(Movement given) {
    overlay.put(given.position(), Optional.of(withoutRows(given)));
  }

  /** Leaves out a movement of the table in what follows. */
  void leaveOut(String position) {
    overlay.put(position, Optional.empty());
  }

  /** Visits the movements of the table with the replacements, by position. */
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

  /** What is wrong with its movements, for people; empty if nothing is. */
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
