package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.files.FileRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads files, strongly consistent except in the index. */
public final class DynamoDbFileRecords implements FileRecords {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbFileRecords(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<FileItem, PagePosition> ofDay(
      Filter filter, int limit, Optional<PagePosition> after) {
    QueryRequest.Builder query =
        IndexedList.query(table, Keys.filesOf(filter.day())).scanIndexForward(false);
    addFilter(query, filter);
    after.ifPresent(
        position ->
            query.exclusiveStartKey(FileItem.indexKey(position.fileId(), position.receivedAt())));
    return new PagedQuery(dynamo).page(query.build(), limit, FileItem::of, PagePosition::of);
  }

  private static void addFilter(QueryRequest.Builder query, Filter filter) {
    Map<String, String> conditions = new HashMap<>();
    filter.status().ifPresent(status -> conditions.put(FileItem.STATUS, status.name()));
    filter.kind().ifPresent(kind -> conditions.put(FileItem.KIND, kind.name()));
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    conditions.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, fromS(value));
        });
    query.expressionAttributeValues(IndexedList.values(Keys.filesOf(filter.day()), values));
    if (!conditions.isEmpty()) {
      query.expressionAttributeNames(names);
      query.filterExpression(
          String.join(
              " and ", conditions.keySet().stream().map(n -> "#" + n + " = :" + n).toList()));
    }
  }

  @Override
  public Optional<FileItem> find(String fileId) {
    return SingleRead.find(dynamo, table, FileItem.key(fileId)).map(FileItem::of);
  }

  @Override
  public Map<String, String> keysOf(Set<String> fileIds) {
    return new BatchRead(dynamo, table)
        .read(fileIds.stream().map(FileItem::key).toList(), FileItem.NAMES).stream()
            .map(FileItem::of)
            .collect(Collectors.toUnmodifiableMap(FileItem::fileId, FileItem::objectKey));
  }
}
