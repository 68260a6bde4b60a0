package inventory.model.resource;

import inventory.model.Hex;
import java.util.regex.Pattern;

/** The Kinesis streams of the system. */
public final class Streams {

  /**
   * The web shops' inventory events (requirement E1), unless {@link Variables#STREAM} names
   * another. The partition key of a record is the product's id, so Kinesis keeps the order within a
   * product.
   */
  public static final String EVENTS = "inventory-events";

  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
  private static final Pattern GROUP_ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private Streams() {}

  /**
   * The message group of a record: its partition key, or the key's SHA-256 in hex if SQS does not
   * accept the key as a group, for example because it contains a space.
   */
  public static String messageGroup(String partitionKey) {
    return GROUP_ID.matcher(partitionKey).matches() ? partitionKey : Hex.sha256(partitionKey);
  }
}
