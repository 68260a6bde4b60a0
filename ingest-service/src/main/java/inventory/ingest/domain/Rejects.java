package inventory.ingest.domain;

import inventory.model.Shortened;
import inventory.model.csv.Header;
import inventory.model.csv.Reject;
import inventory.model.csv.RejectsWriter;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rejected rows of one file, gathered on local disk, as they may be many. */
final class Rejects implements AutoCloseable {

  // What a person reads of one reject in a notice; the rejects file has it in full.
  private static final int MAX_LENGTH = 200;

  private final Header header;
  private final List<String> first = new ArrayList<>();
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
      if (first.size() < Outcome.MAX_FIRST_REJECTS) {
        first.add(text(reject));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rejected rows cannot be written to local disk", e);
    }
  }

  long count() {
    return count;
  }

  /** The first of them, for people. */
  List<String> first() {
    return first;
  }

  private static String text(Reject reject) {
    String where = reject.column().isEmpty() ? "" : ", column " + reject.column();
    String text = "line " + reject.line() + where + ": " + reject.reason();
    return Shortened.text(text, MAX_LENGTH);
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
