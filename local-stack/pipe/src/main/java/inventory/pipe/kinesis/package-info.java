/** The stream, in Kinesis. */
package inventory.pipe.kinesis;
