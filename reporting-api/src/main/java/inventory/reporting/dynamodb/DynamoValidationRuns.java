package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.ValidationRun;
import inventory.reporting.domain.ValidationRuns;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads records of validation runs from the table; strongly consistent, except in the index. */
public final class DynamoValidationRuns implements ValidationRuns {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table of this name. */
  public DynamoValidationRuns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<ValidationRun> newestFirst(int limit, Optional<Start> before) {
    QueryRequest.Builder query = IndexedList.query(table, Keys.RUNS).scanIndexForward(false);
    before.ifPresent(start -> query.exclusiveStartKey(indexKey(start)));
    return new PagedQuery(dynamo).page(query.build(), limit, RunItem::read);
  }

  private static Map<String, AttributeValue> indexKey(Start start) {
    return Map.of(
        Table.PK, fromS(Keys.run(start.runId())),
        Table.SK, fromS(Keys.ONLY),
        Table.INDEX_PK, fromS(Keys.RUNS),
        Table.INDEX_SK, fromS(Position.of(start.startedAt(), start.runId())));
  }

  @Override
  public Optional<ValidationRun> find(String runId) {
    Map<String, AttributeValue> key =
        Map.of(Table.PK, fromS(Keys.run(runId)), Table.SK, fromS(Keys.ONLY));
    GetItemResponse response =
        dynamo.getItem(request -> request.tableName(table).key(key).consistentRead(true));
    return response.hasItem()
        ? Optional.of(RunItem.read(new Attributes(response.item())))
        : Optional.empty();
  }
}
