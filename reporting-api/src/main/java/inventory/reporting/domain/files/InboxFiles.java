package inventory.reporting.domain.files;

import java.io.InputStream;
import java.util.Optional;

/** Reads files that the system wrote to the inbox bucket: rejects (I6) and findings (V3). */
public interface InboxFiles {

  /**
   * The content of a file, to be read once.
   *
   * @param stream its bytes; the reader closes it
   * @param length its size in bytes
   * @param mediaType its media type
   */
  record Content(InputStream stream, long length, String mediaType) {}

  /**
   * Opens a file.
   *
   * @param key the object's key
   * @return empty if the object no longer exists
   */
  Optional<Content> open(String key);

  /** The origin of the bucket's objects: scheme, host and port. */
  String origin();
}
