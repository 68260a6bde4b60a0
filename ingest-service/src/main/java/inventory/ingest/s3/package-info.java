/** Writes rejected events to the inbox bucket. */
package inventory.ingest.s3;
