package inventory.model.inbox;

import inventory.model.FileStatus;

/**
 * The recorded state of an upload.
 *
 * @param upload the upload, with the decision of an operator about it
 * @param status its status
 */
public record Registration(Upload upload, FileStatus status) {}
