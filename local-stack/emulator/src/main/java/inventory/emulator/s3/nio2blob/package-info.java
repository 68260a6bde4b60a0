/** S3Proxy's file store. By this package's last name S3Proxy knows what the store can do. */
package inventory.emulator.s3.nio2blob;
