/** The inbox bucket, as far as ingest-service alone writes to it. */
package inventory.ingest.s3;
