package inventory.emulator.s3;

import java.time.Instant;

/**
 * An object that was just created.
 *
 * @param versionId null if the bucket does not keep versions
 * @param etag without quotation marks
 * @param size bytes
 * @param sequence higher than that of any earlier object of the same key
 */
record CreatedObject(
    String bucket,
    String key,
    String versionId,
    String etag,
    long size,
    Instant modified,
    long sequence) {}
