package inventory.validation.run;

import java.nio.file.Path;
import java.util.List;

/** Stores findings: in parts while a run is in progress, then as one list. */
public interface FindingsStore {

  /**
   * Stores a part, replacing one with the same numbers.
   *
   * @param process the number of the process that works on the run, 1 or more: one that was thought
   *     dead cannot replace what its successor stored
   * @param part the number of the part, 1 or more
   */
  void storePart(String runId, int process, int part, Path csv);

  /**
   * Writes all parts to one list. Idempotent.
   *
   * @param parts how many parts each process stored
   * @param header the first line of the list
   * @param key the list's object key
   */
  void assemble(String runId, List<Integer> parts, String header, String key);
}
