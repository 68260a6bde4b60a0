package inventory.reporting.dynamodb;

import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.finding.AcceptedFindingItem;
import inventory.model.table.Keys;
import inventory.model.table.RunItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.runs.ValidationRuns;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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

  @Override
  public Page<AcceptedFindingItem, String> acceptedFindings(int limit, Optional<String> after) {
    QueryRequest.Builder query = AcceptedFindingItem.all(table).toBuilder();
    after.ifPresent(id -> query.exclusiveStartKey(AcceptedFindingItem.key(id)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, AcceptedFindingItem::of, one -> one.finding().id());
  }

  @Override
  public void accept(AcceptedFindingItem accepted, AuditEntry entry) {
    TransactWriteItem put =
        TransactWriteItem.builder()
            .put(one -> one.tableName(table).item(accepted.toItem()))
            .build();
    AuditedWrite.attempt(dynamo, table, entry, put);
  }

  @Override
  public void withdraw(String findingId, AuditEntry entry) {
    TransactWriteItem delete =
        TransactWriteItem.builder()
            .delete(
                one ->
                    one.tableName(table)
                        .key(AcceptedFindingItem.key(findingId))
                        .conditionExpression("attribute_exists(pk)"))
            .build();
    AuditedWrite.attempt(dynamo, table, entry, delete);
  }
}
