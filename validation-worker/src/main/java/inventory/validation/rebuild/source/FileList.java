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
   * @param unverifiable other files, each with the reason why its rows cannot be verified
   */
  record Listing(List<AppliedFile> applied, List<String> unverifiable) {

    /** Copies the lists. */
    public Listing {
      applied = List.copyOf(applied);
      unverifiable = List.copyOf(unverifiable);
    }
  }
}
