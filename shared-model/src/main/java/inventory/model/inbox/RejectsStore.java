package inventory.model.inbox;

import java.nio.file.Path;

/** The store of rejects files (requirement I6). */
public interface RejectsStore {

  /**
   * Stores the rejects of an upload.
   *
   * @return the key of the rejects file
   */
  String put(Upload upload, Path rejects);
}
