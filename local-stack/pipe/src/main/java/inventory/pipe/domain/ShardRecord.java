package inventory.pipe.domain;

import java.time.Instant;

/**
 * A record of the stream.
 *
 * @param shardId the shard that it lies in
 * @param sequenceNumber its place in the shard, decimal digits
 * @param partitionKey what its order is kept by
 * @param arrivedAt when the stream took it in, approximately
 * @param data what the producer sent, in Base64
 */
public record ShardRecord(
    String shardId, String sequenceNumber, String partitionKey, Instant arrivedAt, String data) {

  /** Its identity in the stream, the same however often it is read. */
  public String eventId() {
    return shardId + ":" + sequenceNumber;
  }
}
