package inventory.reporting.dynamodb;

import inventory.model.table.Keys;
import inventory.model.table.RunItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.runs.ValidationRuns;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads validation runs, strongly consistent except in the index. */
public final class DynamoDbValidationRuns implements ValidationRuns {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbValidationRuns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<RunItem, PagePosition> newestFirst(int limit, Optional<PagePosition> after) {
    QueryRequest.Builder query = IndexedList.query(table, Keys.RUNS).scanIndexForward(false);
    after.ifPresent(run -> query.exclusiveStartKey(RunItem.indexKey(run.runId(), run.startedAt())));
    return new PagedQuery(dynamo).page(query.build(), limit, RunItem::of, PagePosition::of);
  }

  @Override
  public Optional<RunItem> find(String runId) {
    return SingleRead.find(dynamo, table, RunItem.key(runId)).map(RunItem::of);
  }
}
