package inventory.model.inbox;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The order of steps in which a file is processed: register and begin, while the original is
 * downloaded; process; publish. Each step is idempotent, so a message that is delivered twice, or
 * to two processes, or again after a crash at any instruction, changes nothing the second time.
 */
public final class FileIntake {

  private final FileLifecycle files;
  private final Originals originals;
  private final FileEvents events;
  private final FileKind kind;
  private final Steps steps;
  private final Executor executor;

  /** What a service does with a file. */
  public interface Steps {

    /**
     * Called when a generation of a file's processing starts, perhaps before its content is there;
     * may be called again.
     */
    default void begin(FileState file) {}

    /**
     * Reads and applies a file, stores its rejects, publishes what it changed, and records the
     * result, in this order.
     *
     * @param file its recorded state, which is not finished
     * @return the recorded state; not finished if it was changed by somebody else meanwhile
     * @throws IOException if the local disk fails
     */
    FileState process(FileState file, Original original) throws IOException;
  }

  /**
   * Connects the steps.
   *
   * @param kind the kind that is recorded for a file before its content is read
   * @param executor registers an upload while its original is downloaded; one thread for each file
   *     that is processed at a time
   */
  public FileIntake(
      FileLifecycle files,
      Originals originals,
      FileEvents events,
      FileKind kind,
      Steps steps,
      Executor executor) {
    this.files = files;
    this.originals = originals;
    this.events = events;
    this.kind = kind;
    this.steps = steps;
    this.executor = executor;
  }

  /**
   * Processes an upload. When this method returns, the effect is durable and the file is finished.
   * An upload to a folder of the system itself is rejected without being read.
   *
   * @return the status of the file, set now or by an earlier delivery
   * @throws RuntimeException if something fails that may succeed on a retry
   */
  public FileStatus process(Upload upload) {
    return Inbox.isOwn(upload.key())
        ? publish(files.finish(files.register(upload, kind), misplaced(upload)))
        : process(upload, () -> begun(files.register(upload, kind)));
  }

  private Outcome misplaced(Upload upload) {
    String folder = upload.key().substring(0, upload.key().indexOf('/') + 1);
    return Outcome.unapplied(
        FileStatus.REJECTED,
        kind,
        "files below %s are written by the system and are not processed; upload the file to another folder"
            .formatted(folder));
  }

  /**
   * Processes a file that an operator has released, once for each status from which it can be
   * released.
   *
   * @param from a file that has another status now is not changed
   * @param decision the operator's
   * @return the status of the file, set now or before
   * @throws IllegalArgumentException if no file can be released from the status
   * @throws RuntimeException if something fails that may succeed on a retry
   */
  public FileStatus release(String fileId, FileStatus from, Decision decision) {
    if (!from.releasable()) {
      throw new IllegalArgumentException(
          "file %s cannot be released from %s: only a HELD or DUPLICATE file can"
              .formatted(fileId, from));
    }
    FileState released = files.release(fileId, from, decision);
    return released.status().finished()
        ? publish(released)
        : process(released.upload(), () -> begun(released));
  }

  private FileState begun(FileState file) {
    // The delivery that finished it in a new generation may have ended before this.
    if (!file.status().finished() || file.generation() > 1) {
      steps.begin(file);
    }
    return file;
  }

  private FileStatus process(Upload upload, Supplier<FileState> beginning) {
    try (Content content = new Content(upload)) {
      FileState file = Parallel.run(executor, beginning, content::fetch);
      while (!file.status().finished()) {
        FileState next = content.process(file);
        if (next.equals(file)) {
          throw new IllegalStateException(
              "the processing of %s, file %s, did not end".formatted(upload.key(), file.fileId()));
        }
        file = begun(next);
      }
      return publish(file);
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + upload.key(), e);
    }
  }

  /** Also for a file that was finished before: its last delivery may have ended before this. */
  private FileStatus publish(FileState file) {
    events.publishFinished(file.upload());
    return file.status();
  }

  /** The original, or the reason why it is missing. */
  private final class Content implements AutoCloseable {

    private final Upload upload;
    private Original original;
    private String problem = "";

    Content(Upload upload) {
      this.upload = upload;
    }

    void fetch() {
      try {
        original = originals.fetch(upload);
      } catch (OriginalUnavailableException e) {
        problem = e.getMessage();
      }
    }

    FileState process(FileState file) throws IOException {
      if (original != null) {
        return steps.process(file, original);
      }
      return files.finish(file, missing(file));
    }

    /** Never a rejection of a file whose rows may have taken effect. */
    private Outcome missing(FileState file) {
      return file.status() == FileStatus.RECEIVED
          ? Outcome.unapplied(FileStatus.REJECTED, kind, problem)
          : Outcome.unapplied(
              FileStatus.INCOMPLETE,
              file.kind(),
              problem
                  + " to the end; some or all of its rows have taken effect; upload the same content again to complete it");
    }

    @Override
    public void close() throws IOException {
      if (original != null) {
        original.close();
      }
    }
  }
}
