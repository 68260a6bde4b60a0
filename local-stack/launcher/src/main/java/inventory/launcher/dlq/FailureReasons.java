package inventory.launcher.dlq;

import inventory.launcher.dlq.DeadLetter.Failure;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the services wrote down of the messages that they failed at. */
public final class FailureReasons {

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Reads them from this table. */
  public FailureReasons(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * Why a message failed.
   *
   * @param queue the name of the queue that it was received from
   * @return empty if nothing is on record, as where the service died of it
   */
  Optional<Failure> of(String queue, String messageId) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                r ->
                    r.tableName(table)
                        .consistentRead(true)
                        .key(
                            Map.of(
                                Table.PK, AttributeValue.fromS(Keys.failures(queue)),
                                Table.SK, AttributeValue.fromS(messageId))))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(failure(item));
  }

  private static Failure failure(Map<String, AttributeValue> item) {
    return new Failure(
        item.get(Table.Failure.REASON).s(),
        Instant.parse(item.get(Table.Failure.FAILED_AT).s()),
        Integer.parseInt(item.get(Table.Failure.RECEIVES).n()));
  }
}
