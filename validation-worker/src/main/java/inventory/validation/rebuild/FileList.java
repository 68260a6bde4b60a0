package inventory.validation.rebuild;

import java.util.List;

/** Where the files are on record. */
public interface FileList {

  /** Lists all inventory files, as of now. */
  Listing list();

  /**
   * The files by what a rebuild can do with them. Those that changed no level are left out.
   *
   * @param applied finished, and read by the rules that are in force
   * @param unfinished the keys of those that ingest-service still works on
   * @param otherRules the keys of those that were applied by other reading rules
   */
  record Listing(List<AppliedFile> applied, List<String> unfinished, List<String> otherRules) {

    /** Lists are copied, so that a listing never changes. */
    public Listing {
      applied = List.copyOf(applied);
      unfinished = List.copyOf(unfinished);
      otherRules = List.copyOf(otherRules);
    }
  }
}
