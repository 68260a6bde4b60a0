package inventory.reporting.domain.files;

import java.io.InputStream;
import java.util.Optional;

/**
 * Where files are read that the system itself put into the inbox: the rows that could not be
 * applied (requirement I6), and the findings of validation runs (requirement V3).
 */
public interface InboxFiles {

  /**
   * A file, to be read once.
   *
   * @param stream its bytes; the reader closes it
   * @param length how many bytes it has
   * @param mediaType its media type, as it was put
   */
  record Content(InputStream stream, long length, String mediaType) {}

  /**
   * Opens a file.
   *
   * @param key the object's key
   * @return empty if the object is no longer there
   */
  Optional<Content> open(String key);

  /** The origin, scheme, host and port, of the inbox's objects. */
  String origin();
}
