package inventory.validation.rebuild;

import inventory.model.inbox.Upload;
import java.util.Optional;

/**
 * A file whose rows the levels are made of.
 *
 * @param upload its key and version
 * @param content the SHA-256 of what was applied, in hexadecimal digits, if it is on record
 */
public record AppliedFile(Upload upload, Optional<String> content) {

  /** The file as people find it. */
  String name() {
    return "%s, version %s".formatted(upload.key(), upload.version());
  }

  /** That it cannot be read, and what to do about it. */
  String unreadable(Exception reason) {
    return "%s: %s; the levels cannot be computed without it: restore this version"
        .formatted(name(), reason.getMessage());
  }
}
