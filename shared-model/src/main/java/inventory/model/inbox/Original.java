package inventory.model.inbox;

import java.io.IOException;
import java.io.InputStream;

/** The content of an upload, held on local disk so that it can be read more than once. */
public interface Original extends AutoCloseable {

  /** A fresh stream from the first byte; the caller closes it. */
  InputStream open() throws IOException;

  /** The content's SHA-256, 64 hexadecimal digits: what tells one content from another. */
  String sha256();

  /** Frees the disk. */
  @Override
  void close() throws IOException;
}
