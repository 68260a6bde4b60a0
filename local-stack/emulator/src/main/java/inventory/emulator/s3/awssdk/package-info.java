/**
 * S3: the protocol and its signatures by S3Proxy, over a store of our own that keeps versions on
 * disk and raises events. S3Proxy tells what a store can do by its class's name: one of a package
 * with {@code .awssdk.} in its name is handed the conditions of a put, which any other would have
 * refused.
 */
package inventory.emulator.s3.awssdk;
