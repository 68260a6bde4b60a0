package inventory.validation.rebuild.source;

import inventory.model.inbox.Upload;
import java.util.Optional;

/**
 * A file whose rows are in the levels.
 *
 * @param upload its key and version
 * @param isReleased whether an operator has released it, so that its rows are facts of its own
 * @param content the SHA-256 of the applied content in hexadecimal digits, if it is stored
 */
public record AppliedFile(Upload upload, boolean isReleased, Optional<String> content) {

  /** The file's key and version, for people. */
  String name() {
    return "%s, version %s".formatted(upload.key(), upload.version());
  }

  /** The error message for a file that cannot be read. */
  String unreadable(Exception reason) {
    return "%s: %s; the levels cannot be computed without it: restore this version"
        .formatted(name(), reason.getMessage());
  }
}
