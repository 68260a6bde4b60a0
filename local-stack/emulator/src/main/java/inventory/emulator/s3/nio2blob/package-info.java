/** S3Proxy's file store. S3Proxy derives the store's capabilities from this package's name. */
package inventory.emulator.s3.nio2blob;
