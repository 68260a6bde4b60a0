/** Originals and rejects files in the inbox bucket. */
package inventory.ingest.s3;
