package inventory.pulumi;

import com.pulumi.core.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the programs work on, and the rights on it.
 *
 * @param storage the inbox
 * @param table the table
 * @param queues the queues
 * @param topics the topics
 * @param key under which all of it lies
 */
record Holdings(
    Foundation base,
    Storage storage,
    StockTable table,
    MessageQueues queues,
    NoticeTopics topics,
    EncryptionKey key) {

  private static final List<String> CONSUME =
      List.of(
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:GetQueueUrl");
  private static final List<String> SEND = List.of("sqs:SendMessage", "sqs:GetQueueUrl");

  /** Items of the table. */
  Statement items(String... actions) {
    return Statement.allow("Items", dynamoDb(actions), table.arn());
  }

  /** Lists, by the table's index. */
  Statement lists() {
    return Statement.allow("Lists", dynamoDb("Query"), table.indexArn());
  }

  private static List<String> dynamoDb(String... actions) {
    return Arrays.stream(actions).map(action -> "dynamodb:" + action).toList();
  }

  /** To take messages from queues. */
  Statement consume(String... names) {
    return new Statement("Consume", CONSUME, arns(names), Map.of());
  }

  /** To send messages to queues. */
  Statement send(String... names) {
    return new Statement("Send", SEND, arns(names), Map.of());
  }

  /** To learn how many messages wait. */
  Statement look(String... names) {
    return new Statement("Look", List.of("sqs:GetQueueAttributes"), arns(names), Map.of());
  }

  private List<Output<String>> arns(String... names) {
    return Arrays.stream(names).map(name -> queues.queue(name).arn()).toList();
  }

  /** To learn that an object is not there, which S3 tells only those who may list. */
  Statement findObjects() {
    return Statement.allow("FindObjects", List.of("s3:ListBucket"), storage.bucket().arn());
  }

  /** To read originals, of a prefix or, as warehouses choose their keys, of all. */
  Statement readOriginals(String... prefixes) {
    return new Statement(
        "ReadOriginals",
        List.of("s3:GetObject", "s3:GetObjectVersion"),
        Arrays.stream(prefixes).map(storage::objects).toList(),
        Map.of());
  }

  /** To read objects whose keys begin so. */
  Statement read(String... prefixes) {
    return objects("ReadObjects", "s3:GetObject", prefixes);
  }

  /** To write objects whose keys begin so. */
  Statement write(String... prefixes) {
    return objects("WriteObjects", "s3:PutObject", prefixes);
  }

  private Statement objects(String sid, String action, String... prefixes) {
    List<Output<String>> arns = Arrays.stream(prefixes).map(storage::objects).toList();
    return new Statement(sid, List.of(action), arns, Map.of());
  }

  /** To use the key, by the services that hold what lies under it. */
  Statement useKey(String... services) {
    return key.use(base, services);
  }
}
