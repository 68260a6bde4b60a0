package inventory.e2e;

import java.time.Instant;

/**
 * A file and when S3 is to say that it was uploaded.
 *
 * @param uploadedAt in whole milliseconds, as S3 tells it
 */
record Delivery(InventoryFile file, Instant uploadedAt) {}
