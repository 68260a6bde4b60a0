package inventory.validation.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Upload;
import java.util.Optional;

/**
 * A file's record in the table.
 *
 * @param upload the object and its arrival
 * @param status its status
 * @param kind its kind
 * @param rowsApplied the number of applied rows
 * @param rowsRejected the number of rejected rows
 * @param reason why it ended so; empty if there is nothing to say
 * @param validatedIn the run that checked it, if one did
 * @param isReleased whether an operator has released it, so that its rows are facts of its own
 */
public record FileRecord(
    Upload upload,
    FileStatus status,
    FileKind kind,
    long rowsApplied,
    long rowsRejected,
    String reason,
    Optional<String> validatedIn,
    boolean isReleased) {}
