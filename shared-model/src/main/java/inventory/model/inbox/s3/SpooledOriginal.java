package inventory.model.inbox.s3;

import inventory.model.inbox.Original;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.apache.commons.io.input.CloseShieldInputStream;

/** An original on local disk. Its streams share a position: it is read by one stream at a time. */
final class SpooledOriginal implements Original {

  private final FileChannel file;
  private final String sha256;

  SpooledOriginal(FileChannel file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  @Override
  public InputStream open() throws IOException {
    return CloseShieldInputStream.wrap(Channels.newInputStream(file.position(0)));
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
