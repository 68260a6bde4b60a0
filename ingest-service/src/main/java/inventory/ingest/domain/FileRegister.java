package inventory.ingest.domain;

import inventory.model.FileStatus;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.inbox.UploadRegister;
import java.time.Instant;

/** The record of every upload (requirement I7), and of what was applied before (I5). */
public interface FileRegister extends UploadRegister {

  /**
   * Sets a file that an operator has released back to {@code RECEIVED}. A file with another status,
   * or one whose processing was started, is not changed.
   *
   * @param from the status that it must have, {@code HELD} or {@code DUPLICATE}
   * @param at when the operator decided
   * @return the record afterwards
   * @throws IllegalStateException if there is no record of the file
   */
  Registration release(String fileId, FileStatus from, Instant at);

  /**
   * Claims a transaction file's content and key for an upload and sets it to {@code PROCESSING}. A
   * file released from {@code HELD} claims only its content, one released from {@code DUPLICATE}
   * nothing. The same upload may claim them again, to continue after an interruption.
   *
   * @param sha256 the content's digest
   * @param rules the version of the rules by which it is read; processing that was started by
   *     another version is not continued
   */
  Claim claim(Upload upload, String sha256, int rules);

  /**
   * Sets a count file to {@code PROCESSING}: each upload of it is a new fact.
   *
   * @param rules as for {@link #claim}
   */
  Claim start(Upload upload, int rules);

  /**
   * Raises the number of rejects of a finished upload.
   *
   * @param rejected the new number; a number below the recorded one changes nothing
   */
  void raiseRejected(Upload upload, long rejected);

  /**
   * The result of a claim.
   *
   * @param status {@code PROCESSING}, {@code DUPLICATE} or {@code HELD}
   * @param reason why it was not granted, in words for people; empty if it was granted
   */
  record Claim(FileStatus status, String reason) {

    /** The claim is granted. */
    public static final Claim GRANTED = new Claim(FileStatus.PROCESSING, "");
  }
}
