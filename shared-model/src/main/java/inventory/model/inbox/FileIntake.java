package inventory.model.inbox;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The order of steps in which a file is processed: begin, read and apply, finish, publish. Each
 * step is idempotent, so a message that is delivered twice, or to two processes, or again after a
 * crash at any instruction, changes nothing the second time.
 */
public final class FileIntake {

  private final UploadRegister register;
  private final Originals originals;
  private final FileEvents events;
  private final FileKind kind;
  private final Steps steps;

  /** What a service does with a file. */
  public interface Steps {

    /** Called when the processing of an upload starts, before its content is read. */
    default void begin(Upload upload) {}

    /**
     * Reads and applies a file, stores its rejects and publishes what it changed, in this order.
     *
     * @return the result; everything in it is durable
     * @throws IOException if the local disk fails
     */
    Outcome apply(Upload upload, Original original) throws IOException;
  }

  /**
   * Connects the steps.
   *
   * @param kind the kind that is recorded for a file whose content is missing
   */
  public FileIntake(
      UploadRegister register, Originals originals, FileEvents events, FileKind kind, Steps steps) {
    this.register = register;
    this.originals = originals;
    this.events = events;
    this.kind = kind;
    this.steps = steps;
  }

  /**
   * Processes a recorded upload. When this method returns, the effect is durable and the file is
   * finished.
   *
   * @return the status of the file, set now or by an earlier delivery
   * @throws RuntimeException if something fails that may succeed on a retry
   */
  public FileStatus process(Registration registration) {
    Upload upload = registration.upload();
    FileStatus status = registration.status();
    if (!status.finished()) {
      steps.begin(upload);
      Outcome outcome = outcomeOf(upload);
      register.finish(upload, outcome);
      status = outcome.status();
    }
    // Also for a file that was finished before: its last delivery may have ended before this step.
    events.publishFinished(upload);
    return status;
  }

  private Outcome outcomeOf(Upload upload) {
    try (Original original = originals.fetch(upload)) {
      return steps.apply(upload, original);
    } catch (OriginalUnavailableException e) {
      return Outcome.unapplied(FileStatus.REJECTED, kind, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + upload.key(), e);
    }
  }
}
