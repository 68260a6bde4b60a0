package inventory.model.movement;

import inventory.model.FileKind;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement.Kind;

/**
 * What all movements of one file have in common.
 *
 * @param kind changes or counts
 * @param fileId the file's record
 * @param source the source of its movements; the same whenever the file is processed
 */
public record Origin(Kind kind, String fileId, String source) {

  /**
   * The source of a transaction file is its content, that of a count file its upload (requirement
   * I5). The source of a released file is its upload, because its content may have been applied
   * before.
   *
   * @param isReleased whether an operator has released the file
   */
  public static Origin of(Upload upload, boolean isReleased, Original original, FileKind fileKind) {
    String fileId = upload.fileId();
    if (fileKind == FileKind.COUNT) {
      return new Origin(Kind.COUNT, fileId, fileId);
    }
    return isReleased
        ? new Origin(Kind.CHANGE, fileId, fileId)
        : new Origin(Kind.CHANGE, fileId, original.sha256().substring(0, fileId.length()));
  }
}
