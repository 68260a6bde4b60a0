package inventory.validation.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Upload;
import java.util.Optional;

/**
 * What the table says of a file.
 *
 * @param upload what arrived, and when
 * @param status how far it has come
 * @param kind what its rows say
 * @param rowsApplied how many rows took effect
 * @param rowsRejected how many rows did not
 * @param reason why it ended so; empty where there is nothing to say
 * @param validatedIn the run that has checked it, if one has
 */
public record FileRecord(
    Upload upload,
    FileStatus status,
    FileKind kind,
    long rowsApplied,
    long rowsRejected,
    String reason,
    Optional<String> validatedIn) {}
