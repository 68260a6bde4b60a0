package inventory.model.inbox;

import inventory.model.FileStatus;

/**
 * What is on record of an upload.
 *
 * @param upload the upload, with what an operator has decided about it
 * @param status how far it has come
 */
public record Registration(Upload upload, FileStatus status) {}
