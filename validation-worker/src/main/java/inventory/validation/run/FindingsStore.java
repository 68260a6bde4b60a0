package inventory.validation.run;

import java.nio.file.Path;

/** Stores findings: in parts while a run is in progress, then as one list. */
public interface FindingsStore {

  /** Stores a part, replacing one with the same number. */
  void storePart(String runId, int part, Path csv);

  /**
   * Writes all parts to one list. Idempotent.
   *
   * @param header the first line of the list
   * @param key the list's object key
   */
  void assemble(String runId, int parts, String header, String key);
}
