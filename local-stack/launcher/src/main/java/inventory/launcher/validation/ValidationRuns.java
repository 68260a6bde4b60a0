package inventory.launcher.validation;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The validation runs on record. */
public final class ValidationRuns {

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Those in this table. */
  public ValidationRuns(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The run that was started last; empty if there was none. */
  public Optional<ValidationRun> latest() {
    return dynamoDb
        .query(
            r ->
                r.tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression("#pk = :runs")
                    .expressionAttributeNames(Map.of("#pk", Table.INDEX_PK))
                    .expressionAttributeValues(Map.of(":runs", AttributeValue.fromS(Keys.RUNS)))
                    .scanIndexForward(false)
                    .limit(1))
        .items()
        .stream()
        .findFirst()
        .map(this::current);
  }

  /** An index may lag behind; of a run that has just ended its end is wanted. */
  private ValidationRun current(Map<String, AttributeValue> indexed) {
    Map<String, AttributeValue> key =
        Map.of(Table.PK, indexed.get(Table.PK), Table.SK, indexed.get(Table.SK));
    return ValidationRun.of(
        dynamoDb.getItem(r -> r.tableName(table).consistentRead(true).key(key)).item());
  }
}
