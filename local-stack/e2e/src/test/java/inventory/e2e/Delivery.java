package inventory.e2e;

import java.time.Instant;

/**
 * A file and its upload time in S3's notification.
 *
 * @param uploadedAt in whole milliseconds, as in S3's notifications
 */
record Delivery(InventoryFile file, Instant uploadedAt) {}
