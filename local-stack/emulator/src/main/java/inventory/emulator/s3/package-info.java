/**
 * S3: S3Proxy's protocol, signatures and file store. These classes add what S3Proxy lacks: events,
 * any key, atomic writes, and the documents of buckets.
 */
package inventory.emulator.s3;
