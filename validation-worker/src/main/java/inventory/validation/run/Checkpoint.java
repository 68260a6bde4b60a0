package inventory.validation.run;

import inventory.model.StockKey;

/**
 * Where a run resumes after a crash: everything before was checked, and its findings are stored.
 *
 * @param phase the current phase
 * @param fileId the current file, or the id of the message to be rejected; empty between files
 * @param line the last line of that file that was checked; 0 if none was
 * @param warehouse the warehouse of the last level that was checked; empty if none was
 * @param itemId the item of that level
 * @param parts how many parts of findings are stored
 */
public record Checkpoint(
    Phase phase, String fileId, int line, String warehouse, String itemId, int parts) {

  /** The beginning of a run. */
  public static final Checkpoint START = new Checkpoint(Phase.FILES, "", 0, "", "", 0);

  /** The phases of a run, in order. */
  public enum Phase {
    /** Checks the files that arrived, row by row. */
    FILES,
    /** Checks each level against its movements, and the movements against each other. */
    LEVELS,
    /** Assembles the findings. */
    END
  }

  /** The same checkpoint with one more stored part of findings. */
  public Checkpoint withPart() {
    return new Checkpoint(phase, fileId, line, warehouse, itemId, parts + 1);
  }

  /** In a file, after a line. */
  Checkpoint afterLine(String file, int lastLine) {
    return new Checkpoint(Phase.FILES, file, lastLine, "", "", parts);
  }

  /** Between two files. */
  Checkpoint betweenFiles() {
    return new Checkpoint(Phase.FILES, "", 0, "", "", parts);
  }

  /** Before the first level. */
  Checkpoint atLevels() {
    return new Checkpoint(Phase.LEVELS, "", 0, "", "", parts);
  }

  /** After a level. */
  Checkpoint afterLevel(StockKey level) {
    return new Checkpoint(Phase.LEVELS, "", 0, level.warehouse(), level.itemId(), parts);
  }

  /** At the end. */
  Checkpoint atEnd() {
    return new Checkpoint(Phase.END, "", 0, "", "", parts);
  }
}
