/**
 * S3: the protocol and its signatures by S3Proxy, over a store of our own that keeps versions on
 * disk and raises events.
 */
package inventory.emulator.s3;
