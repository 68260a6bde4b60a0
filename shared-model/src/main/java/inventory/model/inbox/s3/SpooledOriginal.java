package inventory.model.inbox.s3;

import inventory.model.inbox.Original;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An original on local disk. */
final class SpooledOriginal implements Original {

  private final Path file;
  private final String sha256;

  SpooledOriginal(Path file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
