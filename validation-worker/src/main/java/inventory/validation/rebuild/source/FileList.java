package inventory.validation.rebuild.source;

import java.util.List;

/** The file records. */
public interface FileList {

  /** Lists all current inventory files. */
  Listing list();

  /**
   * The files, grouped by what a rebuild can do with them. Files that changed no level are left
   * out.
   *
   * @param applied files that are finished and were read with the current reading rules
   * @param unfinished the keys of files that ingest-service is still processing
   * @param otherRules the keys of files that were applied with other reading rules
   */
  record Listing(List<AppliedFile> applied, List<String> unfinished, List<String> otherRules) {

    /** Copies the lists. */
    public Listing {
      applied = List.copyOf(applied);
      unfinished = List.copyOf(unfinished);
      otherRules = List.copyOf(otherRules);
    }
  }
}
