package inventory.validation.run;

import inventory.model.StockKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run resumes after a crash: everything before was checked, and its findings are stored.
 *
 * @param phase how far the run is
 * @param fileId the current file, or the id of the message to be rejected; empty between files
 * @param line the last line of that file that was checked; 0 if none was
 * @param fileStarts how many processes began at this line of the file
 * @param warehouse the warehouse of the last level that was checked; empty if none was
 * @param itemId the item of that level
 * @param levelStarts how many processes began at this level
 * @param parts how many parts of findings each process stored that worked on the run
 */
public record Checkpoint(
    Phase phase,
    String fileId,
    int line,
    int fileStarts,
    String warehouse,
    String itemId,
    int levelStarts,
    List<Integer> parts) {

  /** The beginning of a run. */
  public static final Checkpoint START = new Checkpoint(Phase.WORK, "", 0, 0, "", "", 0, List.of());

  /** The phases of a run, in order. */
  public enum Phase {
    /** Checks the files that arrived, row by row, then each level. */
    WORK,
    /** Assembles the findings. */
    END
  }

  /** Copies the list. */
  public Checkpoint {
    parts = List.copyOf(parts);
  }

  /** The place alone, whoever reached it. */
  Checkpoint place() {
    return new Checkpoint(phase, fileId, line, 0, warehouse, itemId, 0, List.of());
  }

  /** A process starts: what one that was thought dead still stores does not count. */
  Checkpoint started() {
    List<Integer> next = new ArrayList<>(parts);
    next.add(0);
    return new Checkpoint(phase, fileId, line, fileStarts, warehouse, itemId, levelStarts, next);
  }

  /** The same checkpoint with one more stored part of findings. */
  public Checkpoint withPart() {
    List<Integer> next = new ArrayList<>(parts);
    next.set(parts.size() - 1, parts.get(parts.size() - 1) + 1);
    return new Checkpoint(phase, fileId, line, fileStarts, warehouse, itemId, levelStarts, next);
  }

  /** The number of the process that works on the run, 1 or more. */
  int process() {
    return parts.size();
  }

  /** The number of the next part of findings of this process. */
  int nextPart() {
    return parts.get(parts.size() - 1) + 1;
  }

  /** At the line of a file that is reached, or before its first. */
  Checkpoint atFile(String file) {
    boolean isSame = file.equals(fileId);
    return new Checkpoint(
        phase,
        file,
        isSame ? line : 0,
        isSame ? fileStarts + 1 : 1,
        warehouse,
        itemId,
        levelStarts,
        parts);
  }

  /** In a file, after a line. */
  Checkpoint afterLine(String file, int lastLine) {
    return new Checkpoint(phase, file, lastLine, 0, warehouse, itemId, levelStarts, parts);
  }

  /** Between two files. */
  Checkpoint betweenFiles() {
    return afterLine("", 0);
  }

  /** At the level that is reached. */
  Checkpoint atLevels() {
    return new Checkpoint(phase, "", 0, 0, warehouse, itemId, levelStarts + 1, parts);
  }

  /** After a level. */
  Checkpoint afterLevel(StockKey level) {
    return new Checkpoint(phase, "", 0, 0, level.warehouse(), level.itemId(), 0, parts);
  }

  /** An outage, and nothing at this place, ended the last start. */
  Checkpoint forgiven() {
    return new Checkpoint(
        phase,
        fileId,
        line,
        Math.max(0, fileStarts - 1),
        warehouse,
        itemId,
        Math.max(0, levelStarts - 1),
        parts);
  }

  /** At the end. */
  Checkpoint atEnd() {
    return new Checkpoint(Phase.END, "", 0, 0, warehouse, itemId, levelStarts, parts);
  }
}
