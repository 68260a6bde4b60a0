package inventory.pipe;

import java.time.Instant;

/**
 * A record of the stream, in the form in which it is sent to the queue.
 *
 * @param shardId the record's shard
 * @param sequenceNumber its position in the shard, decimal digits
 * @param arrivedAt when the stream received it, approximately
 * @param groupId the message group
 * @param body JSON in ASCII, so the number of characters is the number of bytes
 */
record Message(
    String shardId, String sequenceNumber, Instant arrivedAt, String groupId, String body) {

  /** Identifies the record in the stream, however often it is read. */
  String eventId() {
    return eventId(shardId, sequenceNumber);
  }

  static String eventId(String shardId, String sequenceNumber) {
    return shardId + ":" + sequenceNumber;
  }
}
