package inventory.ingest.domain;

import inventory.ingest.csv.Header;
import inventory.ingest.csv.Reject;
import inventory.ingest.csv.RejectsWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The rejected rows of one file, gathered on local disk, as they may be many. */
final class Rejects implements AutoCloseable {

  private final Header header;
  private Path file;
  private RejectsWriter writer;
  private long count;

  Rejects(Header header) {
    this.header = header;
  }

  void add(Reject reject) {
    try {
      if (writer == null) {
        file = Files.createTempFile("rejects-", ".csv");
        writer = new RejectsWriter(new BufferedOutputStream(Files.newOutputStream(file)), header);
      }
      writer.write(reject);
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException("rejected rows cannot be written to local disk", e);
    }
  }

  long count() {
    return count;
  }

  /** Keeps what was gathered; returns where, or nothing if there was no reject. */
  Optional<String> store(Upload upload, RejectsStore store) throws IOException {
    if (writer == null) {
      return Optional.empty();
    }
    writer.close();
    return Optional.of(store.put(upload, file));
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
      Files.deleteIfExists(file);
    }
  }
}
