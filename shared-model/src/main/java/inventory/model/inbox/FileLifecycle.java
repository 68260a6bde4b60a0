package inventory.model.inbox;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.Optional;

/**
 * The life of every uploaded file, in its record (requirement I7). Each method is one atomic call
 * of the store, and each change is a {@link FileTransition}: if the record no longer has the status
 * and the generation from which the transition leads, nothing changes, and the method returns the
 * recorded state. A delivery that was interrupted therefore never overwrites what happened since.
 */
public interface FileLifecycle {

  /**
   * Records an upload as {@code RECEIVED}, unless it is recorded already.
   *
   * @param kind its kind, as far as it is known
   * @return the recorded state
   */
  FileState register(Upload upload, FileKind kind);

  /**
   * The recorded state of a file, strongly consistent.
   *
   * @throws IllegalStateException if there is no record of the file
   */
  FileState find(String fileId);

  /**
   * Sets a file to {@code PROCESSING}, without a claim: each upload of it is a new fact.
   *
   * @param file the state that was read
   * @param kind the kind in its header
   * @param rules the version of the rules by which it is read; the same whenever it is started
   * @return the recorded state
   */
  FileState start(FileState file, FileKind kind, int rules);

  /**
   * Claims the content of a transaction file, and its key unless the file is released, and sets it
   * to {@code PROCESSING}. All of that happens, or nothing. The same file may claim again, to
   * continue after an interruption.
   *
   * @param file the state that was read
   * @param sha256 the content's digest
   * @param rules as for {@link #start}
   * @param formerOwner the file to replace as the owner of the content; its rows are all in the
   *     levels
   */
  Claim claim(FileState file, String sha256, int rules, Optional<String> formerOwner);

  /**
   * Records the result of a file. An incomplete file whose rows were all applied after all gets a
   * new generation with it.
   *
   * @param file the state that was read
   * @return the recorded state
   */
  FileState finish(FileState file, Outcome outcome);

  /**
   * Sets a file that an operator has released back to {@code RECEIVED}, in a new generation. A file
   * is held, or a duplicate, at most once in its life, so {@code from} names the generation, too.
   *
   * @param from the status that it must have, one that is releasable
   * @param decision the operator's
   * @return the recorded state
   * @throws IllegalStateException if there is no record of the file
   */
  FileState release(String fileId, FileStatus from, Decision decision);

  /**
   * Raises the number of rejects of a finished upload.
   *
   * @param rejected the new number; a number below the recorded one changes nothing
   */
  void raiseRejected(Upload upload, long rejected);

  /** The result of a claim. */
  sealed interface Claim {

    /**
     * The claim is granted, or the record has changed since it was read.
     *
     * @param state the recorded state
     */
    record Recorded(FileState state) implements Claim {}

    /**
     * The content belongs to another file; nothing changed.
     *
     * @param fileId the other file
     * @param key its key
     */
    record ContentTaken(String fileId, String key) implements Claim {}

    /**
     * The key belongs to other content; nothing changed.
     *
     * @param fileId the file with that content
     * @param key its key
     */
    record KeyTaken(String fileId, String key) implements Claim {}
  }
}
