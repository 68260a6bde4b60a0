package inventory.pulumi.data;

import com.pulumi.core.Output;
import inventory.model.table.Table;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.messaging.InboxNotifications;
import inventory.pulumi.messaging.MessageQueues;
import inventory.pulumi.messaging.NoticeTopics;
import inventory.pulumi.messaging.UndeliveredQueue;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.LogGroups;
import inventory.pulumi.storage.StockTable;
import inventory.pulumi.storage.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Everything that holds data, and the rights to use it.
 *
 * @param base the context of the stack
 * @param key the key that encrypts all data except logs
 * @param logs makes log groups, under a key of their own
 * @param storage the inbox
 * @param table the table
 * @param queues the queues
 * @param topics the topics
 * @param undelivered the queue for starts that schedules and rules could not make
 */
public record DataResources(
    StackContext base,
    EncryptionKey key,
    LogGroups logs,
    Storage storage,
    StockTable table,
    MessageQueues queues,
    NoticeTopics topics,
    UndeliveredQueue undelivered) {

  private static final List<String> CONSUME =
      List.of(
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl");
  private static final List<String> SEND = List.of("sqs:SendMessage", "sqs:GetQueueUrl");

  /** Declares the resources. */
  public static DataResources declare(StackContext base) {
    EncryptionKey key = EncryptionKey.ofData(base);
    LogGroups logs = new LogGroups(base, EncryptionKey.ofLogs(base));
    Storage storage = new Storage("storage", base, key);
    MessageQueues queues = new MessageQueues("queues", base, key, storage.bucket());
    new InboxNotifications("notifications", base, storage.bucket(), queues);
    StockTable table = new StockTable("table", base, key);
    NoticeTopics topics = new NoticeTopics("topics", base, key);
    UndeliveredQueue undelivered = new UndeliveredQueue(UndeliveredQueue.STARTS, base, key);
    return new DataResources(base, key, logs, storage, table, queues, topics, undelivered);
  }

  /** The permission for items of the table. */
  public Statement items(String... actions) {
    return Statement.allow("Items", dynamoDb(actions), table.arn());
  }

  /** The permission for the table's stream. */
  public Statement stream(String... actions) {
    return Statement.allow("Stream", dynamoDb(actions), table.streamArn());
  }

  /** The permission to query the index of lists. */
  public Statement lists() {
    return Statement.allow("Lists", dynamoDb("Query"), table.indexArn(Table.INDEX));
  }

  /** The permission to query the index of the levels by item. */
  public Statement levelsByItem() {
    return Statement.allow("LevelsByItem", dynamoDb("Query"), table.indexArn(Table.ITEM_INDEX));
  }

  private static List<String> dynamoDb(String... actions) {
    return Arrays.stream(actions).map(action -> "dynamodb:" + action).toList();
  }

  /** The permission to consume messages. */
  public Statement consume(String... names) {
    return new Statement("Consume", CONSUME, arns(names), Map.of());
  }

  /** The permission to send messages. */
  public Statement send(String... names) {
    return new Statement("Send", SEND, arns(names), Map.of());
  }

  private List<Output<String>> arns(String... names) {
    return Arrays.stream(names).map(name -> queues.queue(name).arn()).toList();
  }

  /** The permission to list the inbox. Without it, S3 does not say that an object is missing. */
  public Statement findObjects() {
    return Statement.allow("FindObjects", List.of("s3:ListBucket"), storage.bucket().arn());
  }

  /**
   * The permission to read originals below prefixes. Warehouses choose their keys, so the prefix
   * may be empty.
   */
  public Statement readOriginals(String... prefixes) {
    return new Statement(
        "ReadOriginals",
        List.of("s3:GetObject", "s3:GetObjectVersion"),
        Arrays.stream(prefixes).map(storage::objects).toList(),
        Map.of());
  }

  /** The permission to read objects below prefixes. */
  public Statement read(String... prefixes) {
    return objects("ReadObjects", "s3:GetObject", prefixes);
  }

  /** The permission to write objects below prefixes. */
  public Statement write(String... prefixes) {
    return objects("WriteObjects", "s3:PutObject", prefixes);
  }

  private Statement objects(String sid, String action, String... prefixes) {
    List<Output<String>> arns = Arrays.stream(prefixes).map(storage::objects).toList();
    return new Statement(sid, List.of(action), arns, Map.of());
  }

  /** The permission to use the key through these services. */
  public Statement useKey(String... services) {
    return key.use(base, services);
  }
}
