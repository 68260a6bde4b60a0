package inventory.ingest.domain;

import inventory.inbox.Original;
import inventory.inbox.Upload;
import inventory.ingest.domain.Movement.Kind;
import inventory.model.FileKind;

/**
 * What the movements of one file have in common.
 *
 * @param kind changes or counts
 * @param fileId the file's record
 * @param source what makes a movement of this file the same movement whenever it is seen again
 */
record Origin(Kind kind, String fileId, String source) {

  /** A transaction file is its content, a count file its upload (requirement I5). */
  static Origin of(Upload upload, Original original, FileKind fileKind) {
    String fileId = upload.fileId();
    return fileKind == FileKind.COUNT
        ? new Origin(Kind.COUNT, fileId, fileId)
        : new Origin(Kind.CHANGE, fileId, original.sha256().substring(0, fileId.length()));
  }
}
