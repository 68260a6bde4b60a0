package inventory.validation.domain;

import java.nio.file.Path;

/** Where findings are kept: in parts while a run is under way, then in one list. */
public interface FindingsStore {

  /** Keeps a part; one of the same number is replaced. */
  void keepPart(String runId, int part, Path csv);

  /**
   * Makes one list of all parts. To make it again does no harm.
   *
   * @param header the first line of the list
   * @param key where it will be
   */
  void assemble(String runId, int parts, String header, String key);
}
