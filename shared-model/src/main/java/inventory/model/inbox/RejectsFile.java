package inventory.model.inbox;

import inventory.model.Shortened;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rejects of one file, collected on local disk because they may be many.
 *
 * @param <R> a rejected row or entry
 */
public final class RejectsFile<R> implements AutoCloseable {

  // What a person reads of one reject in a notification; the rejects file has it in full.
  private static final int MAX_LENGTH = 200;

  private final Format<R> format;
  private final Function<R, String> text;
  private final List<String> first = new ArrayList<>();
  private Path file;
  private Writer<R> writer;
  private long count;

  /** Opens a rejects file; closing it twice is allowed. */
  @FunctionalInterface
  public interface Format<R> {

    /** Begins a file. */
    Writer<R> open(OutputStream out) throws IOException;
  }

  /** Writes rejects. */
  public interface Writer<R> extends Closeable {

    /** Appends a reject. */
    void write(R reject) throws IOException;
  }

  /**
   * Creates the file with the first reject.
   *
   * @param text a reject for people, as "where: reason"
   */
  public RejectsFile(Format<R> format, Function<R, String> text) {
    this.format = format;
    this.text = text;
  }

  /** Adds a reject. */
  public void add(R reject) {
    try {
      if (writer == null) {
        file = Files.createTempFile("rejects-", ".tmp");
        writer = format.open(new BufferedOutputStream(Files.newOutputStream(file)));
      }
      writer.write(reject);
      count++;
      if (first.size() < Outcome.MAX_FIRST_REJECTS) {
        first.add(Shortened.text(text.apply(reject), MAX_LENGTH));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rejects cannot be written to local disk", e);
    }
  }

  /** How many rejects there are. */
  public long count() {
    return count;
  }

  /** The first rejects, for people. */
  public List<String> first() {
    return first;
  }

  /** Stores the file; returns its key, or nothing if there is no reject. */
  public Optional<String> store(Upload upload, RejectsStore store) throws IOException {
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
