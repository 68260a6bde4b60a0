package inventory.ingest.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;

/** The record of every upload (requirement I7), and of what was applied before (I5). */
public interface FileRegister {

  /**
   * Puts an upload on record as {@code RECEIVED}, unless it is there already.
   *
   * @return how far the upload has come
   */
  FileStatus register(Upload upload);

  /**
   * The upload of a record.
   *
   * @throws IllegalStateException if there is no such record
   */
  Upload find(String fileId);

  /**
   * Claims a transaction file's content and key for an upload and sets it to {@code PROCESSING}.
   * The same upload may claim them again: its work was interrupted, and goes on.
   *
   * @param sha256 the content's digest
   */
  Claim claim(Upload upload, String sha256);

  /** Sets a count file to {@code PROCESSING}: each upload of it is a fact of its own. */
  void start(Upload upload, FileKind kind);

  /** Records how an upload ended. */
  void finish(Upload upload, Outcome outcome);

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
