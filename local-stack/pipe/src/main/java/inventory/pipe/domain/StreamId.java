package inventory.pipe.domain;

import java.time.Instant;

/**
 * Which stream it is: one that was deleted and created again has the same name and ARN, and other
 * records under the same shard ids.
 *
 * @param arn its ARN, {@code arn:aws:kinesis:<region>:<account>:stream/<name>}
 * @param createdAt when it was created
 */
public record StreamId(String arn, Instant createdAt) {

  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /** The region in its ARN. */
  String region() {
    return arn.split(":", -1)[REGION];
  }

  /** The account in its ARN. */
  String account() {
    return arn.split(":", -1)[ACCOUNT];
  }
}
