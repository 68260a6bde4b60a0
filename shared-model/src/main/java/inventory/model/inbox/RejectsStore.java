package inventory.model.inbox;

import java.nio.file.Path;

/** Where rejects files are kept, beside the originals (requirement I6). */
public interface RejectsStore {

  /**
   * Keeps the rejects of an upload.
   *
   * @return the key under which they are found
   */
  String put(Upload upload, Path rejects);
}
