package inventory.threshold.domain;

import inventory.model.Shortened;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.threshold.file.Entry;
import inventory.threshold.file.Reject;
import inventory.threshold.file.RejectsWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rejected entries of one file, gathered on local disk, as they may be many. */
final class Rejects implements AutoCloseable {

  // What a person reads of one reject in a notice; the rejects file has it in full.
  private static final int MAX_LENGTH = 200;

  private final List<String> first = new ArrayList<>();
  private final Path file;
  private final RejectsWriter writer;

  Rejects() throws IOException {
    file = Files.createTempFile("rejects-", ".json");
    writer = new RejectsWriter(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  void add(Entry entry, Reject reject) {
    try {
      writer.write(entry, reject);
      if (first.size() < Outcome.MAX_FIRST_REJECTS) {
        first.add(text(reject));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rejected entries cannot be written to local disk", e);
    }
  }

  /** The first of them, for people. */
  List<String> first() {
    return first;
  }

  /** Keeps what was gathered; returns where. */
  String store(Upload upload, RejectsStore store) throws IOException {
    writer.close();
    return store.put(upload, file);
  }

  private static String text(Reject reject) {
    String where = reject.field().isEmpty() ? "" : ", field " + reject.field();
    String text = "entry " + reject.index() + where + ": " + reject.reason();
    return Shortened.text(text, MAX_LENGTH);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(file);
  }
}
