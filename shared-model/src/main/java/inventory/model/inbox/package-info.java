/**
 * Processes files in the inbox bucket, for every service that does: parses S3's notifications,
 * downloads originals, records results and publishes them.
 */
package inventory.model.inbox;
