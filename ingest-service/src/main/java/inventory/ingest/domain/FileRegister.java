package inventory.ingest.domain;

import inventory.model.FileStatus;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.inbox.UploadRegister;
import java.time.Instant;

/** The record of every upload (requirement I7), and of what was applied before (I5). */
public interface FileRegister extends UploadRegister {

  /**
   * Sets a file that was not applied back to {@code RECEIVED}, for the reason that an operator
   * wants it applied. A file in another status, and one whose work was begun, stays as it is.
   *
   * @param from the status that it must have, {@code HELD} or {@code DUPLICATE}
   * @param at when the operator decided so
   * @return what is on record then
   * @throws IllegalStateException if there is no record of the file
   */
  Registration release(String fileId, FileStatus from, Instant at);

  /**
   * Claims a transaction file's content and key for an upload and sets it to {@code PROCESSING}.
   * One released from {@code HELD} claims its content alone, one released as a {@code DUPLICATE}
   * nothing. The same upload may claim them again: its work was interrupted, and goes on.
   *
   * @param sha256 the content's digest
   * @param rules the version of the rules by which it is read; work that was begun by another is
   *     not gone on with
   */
  Claim claim(Upload upload, String sha256, int rules);

  /**
   * Sets a count file to {@code PROCESSING}: each upload of it is a fact of its own.
   *
   * @param rules as for {@link #claim}
   */
  Claim start(Upload upload, int rules);

  /**
   * Records that a finished upload has more rejects than it had.
   *
   * @param rejected how many; fewer than are on record change nothing
   */
  void raiseRejected(Upload upload, long rejected);

  /**
   * What came of a claim.
   *
   * @param status {@code PROCESSING}, {@code DUPLICATE} or {@code HELD}
   * @param reason why it was not granted, in words for people; empty if it was
   */
  record Claim(FileStatus status, String reason) {

    /** Content and key are this upload's. */
    public static final Claim GRANTED = new Claim(FileStatus.PROCESSING, "");
  }
}
