package inventory.model.inbox;

import java.io.IOException;
import java.io.InputStream;

/** The content of an upload, on local disk, where it can be read more than once. */
public interface Original extends AutoCloseable {

  /** A new stream from the first byte; the caller closes it before it opens another. */
  InputStream open() throws IOException;

  /** The content's SHA-256, 64 hexadecimal digits, which identifies the content. */
  String sha256();

  /** Deletes the local copy. */
  @Override
  void close() throws IOException;
}
