package inventory.pipe.domain;

/**
 * A record as it is sent to the queue.
 *
 * @param record what it was made from
 * @param groupId the message group
 * @param body JSON, ASCII only: as many bytes as characters
 */
public record Message(ShardRecord record, String groupId, String body) {

  /** What the queue knows a repetition by. */
  public String deduplicationId() {
    return record.eventId();
  }

  /** How much of a batch it takes. */
  int bytes() {
    return body.length();
  }
}
