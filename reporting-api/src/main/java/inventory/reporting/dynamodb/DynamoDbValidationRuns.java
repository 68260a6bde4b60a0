package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.runs.ValidationRun;
import inventory.reporting.domain.runs.ValidationRuns;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads records of validation runs from the table; strongly consistent, except in the index. */
public final class DynamoDbValidationRuns implements ValidationRuns {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table of this name. */
  public DynamoDbValidationRuns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<ValidationRun, PagePosition> newestFirst(int limit, Optional<PagePosition> after) {
    QueryRequest.Builder query = IndexedList.query(table, Keys.RUNS).scanIndexForward(false);
    after.ifPresent(position -> query.exclusiveStartKey(indexKey(position)));
    return new PagedQuery(dynamo).page(query.build(), limit, RunItem::read, PagePosition::of);
  }

  private static Map<String, AttributeValue> indexKey(PagePosition position) {
    return Map.of(
        Table.PK, fromS(Keys.run(position.runId())),
        Table.SK, fromS(Keys.ONLY),
        Table.INDEX_PK, fromS(Keys.RUNS),
        Table.INDEX_SK, fromS(Position.of(position.startedAt(), position.runId())));
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
