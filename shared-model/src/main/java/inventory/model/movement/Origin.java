package inventory.model.movement;

import inventory.model.FileKind;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement.Kind;

/**
 * What the movements of one file have in common.
 *
 * @param kind changes or counts
 * @param fileId the file's record
 * @param source what makes a movement of this file the same movement whenever it is seen again
 */
public record Origin(Kind kind, String fileId, String source) {

  /**
   * A transaction file is its content, a count file its upload (requirement I5). One that an
   * operator has released is its upload, too: its content may have been applied before.
   */
  public static Origin of(Upload upload, Original original, FileKind fileKind) {
    String fileId = upload.fileId();
    if (fileKind == FileKind.COUNT) {
      return new Origin(Kind.COUNT, fileId, fileId);
    }
    return upload.releasedFrom().isPresent()
        ? new Origin(Kind.CHANGE, fileId, fileId)
        : new Origin(Kind.CHANGE, fileId, original.sha256().substring(0, fileId.length()));
  }
}
