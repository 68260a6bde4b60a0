package inventory.validation.domain;

/**
 * Where a run goes on after a crash: all before it is checked, and its findings are kept.
 *
 * @param phase what it was at
 * @param fileId the file that it was in, or the message that it was to put away; empty between them
 * @param line the last line of that file that was checked; 0 if none was
 * @param itemId the last item that was checked, as it stands in keys; empty if none was
 * @param parts in how many parts the findings so far are kept
 */
public record Place(Phase phase, String fileId, int line, String itemId, int parts) {

  /** The beginning of a run. */
  public static final Place START = new Place(Phase.FILES, "", 0, "", 0);

  /** What a run does, in this order. */
  public enum Phase {
    /** Checks the files that arrived, row by row. */
    FILES,
    /** Holds each level against its movements, and the movements against each other. */
    LEVELS,
    /** Gathers the findings. */
    END
  }

  /** The same place, with one more part of findings kept. */
  public Place withPart() {
    return new Place(phase, fileId, line, itemId, parts + 1);
  }

  /** In a file, behind a line. */
  Place behind(String file, int lastLine) {
    return new Place(Phase.FILES, file, lastLine, "", parts);
  }

  /** Between two files. */
  Place betweenFiles() {
    return new Place(Phase.FILES, "", 0, "", parts);
  }

  /** Among the items, behind one. */
  Place behindItem(String item) {
    return new Place(Phase.LEVELS, "", 0, item, parts);
  }

  /** At the end. */
  Place atEnd() {
    return new Place(Phase.END, "", 0, "", parts);
  }
}
