package inventory.reporting.domain;

import java.io.InputStream;
import java.util.Optional;

/** Where the rows that could not be applied are read (requirement I6). */
public interface RejectsFiles {

  /**
   * A rejects file, to be read once.
   *
   * @param stream its bytes; the reader closes it
   * @param length how many bytes it has
   * @param mediaType its media type, as it was put
   */
  record Content(InputStream stream, long length, String mediaType) {}

  /**
   * Opens a rejects file.
   *
   * @param key the object's key
   * @return empty if the object is no longer there
   */
  Optional<Content> open(String key);
}
