package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.files.FileCounts;
import inventory.reporting.domain.files.FileRecord;
import inventory.reporting.domain.files.FileRecords;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads file records from the table; strongly consistent, except in the index. */
public final class DynamoDbFileRecords implements FileRecords {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table of this name. */
  public DynamoDbFileRecords(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<FileRecord, PagePosition> ofDay(
      Filter filter, int limit, Optional<PagePosition> after) {
    QueryRequest.Builder query =
        IndexedList.query(table, Keys.filesOf(filter.day())).scanIndexForward(false);
    addFilter(query, filter);
    after.ifPresent(position -> query.exclusiveStartKey(indexKey(filter.day(), position)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, DynamoDbFileRecords::file, PagePosition::of);
  }

  private static void addFilter(QueryRequest.Builder query, Filter filter) {
    Map<String, String> conditions = new HashMap<>();
    filter.status().ifPresent(status -> conditions.put(Table.File.STATUS, status.name()));
    filter.kind().ifPresent(kind -> conditions.put(Table.File.KIND, kind.name()));
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

  private static Map<String, AttributeValue> indexKey(LocalDate day, PagePosition position) {
    return Map.of(
        Table.PK, fromS(Keys.file(position.fileId())),
        Table.SK, fromS(Keys.ONLY),
        Table.INDEX_PK, fromS(Keys.filesOf(day)),
        Table.INDEX_SK, fromS(Keys.arrival(position.receivedAt(), position.fileId())));
  }

  @Override
  public FileCounts count(LocalDate day) {
    QueryRequest query =
        IndexedList.query(table, Keys.filesOf(day))
            .projectionExpression(
                "#status, " + Table.File.ROWS_APPLIED + ", " + Table.File.ROWS_REJECTED)
            .expressionAttributeNames(Map.of("#status", Table.File.STATUS))
            .build();
    Map<FileStatus, Long> byStatus = new EnumMap<>(FileStatus.class);
    long applied = 0;
    long rejected = 0;
    for (Map<String, AttributeValue> record : dynamo.queryPaginator(query).items()) {
      Attributes item = new Attributes(record);
      byStatus.merge(FileStatus.valueOf(item.text(Table.File.STATUS)), 1L, Long::sum);
      applied += rows(item, Table.File.ROWS_APPLIED);
      rejected += rows(item, Table.File.ROWS_REJECTED);
    }
    return new FileCounts(byStatus, applied, rejected);
  }

  @Override
  public Optional<FileRecord> find(String fileId) {
    GetItemResponse response =
        dynamo.getItem(
            request -> request.tableName(table).key(tableKey(fileId)).consistentRead(true));
    return response.hasItem()
        ? Optional.of(file(new Attributes(response.item())))
        : Optional.empty();
  }

  @Override
  public Map<String, String> keysOf(Set<String> fileIds) {
    return new BatchRead(dynamo, table)
            .read(
                fileIds.stream().map(DynamoDbFileRecords::tableKey).toList(),
                List.of(Table.File.FILE_ID, Table.File.KEY))
            .stream()
            .map(Attributes::new)
            .collect(
                Collectors.toUnmodifiableMap(
                    item -> item.text(Table.File.FILE_ID), item -> item.text(Table.File.KEY)));
  }

  private static Map<String, AttributeValue> tableKey(String fileId) {
    return Map.of(Table.PK, fromS(Keys.file(fileId)), Table.SK, fromS(Keys.ONLY));
  }

  private static FileRecord file(Attributes item) {
    Optional<BigInteger> size = item.optionalWhole(Table.File.SIZE);
    return new FileRecord(
        item.text(Table.File.FILE_ID),
        item.text(Table.File.KEY),
        item.text(Table.File.VERSION),
        size.isPresent() ? OptionalLong.of(size.get().longValueExact()) : OptionalLong.empty(),
        item.instant(Table.File.RECEIVED_AT),
        item.optionalInstant(Table.File.FINISHED_AT),
        item.optionalText(Table.File.KIND).map(FileKind::valueOf).orElse(FileKind.UNKNOWN),
        FileStatus.valueOf(item.text(Table.File.STATUS)),
        rows(item, Table.File.ROWS_APPLIED),
        rows(item, Table.File.ROWS_REJECTED),
        item.optionalText(Table.File.REASON),
        item.texts(Table.File.FIRST_REJECTS),
        item.optionalText(Table.File.REJECTS_KEY),
        item.has(Table.File.RULES),
        item.optionalInstant(Table.File.RELEASED_AT));
  }

  /** A file that nothing was read of yet has no counts. */
  private static long rows(Attributes item, String name) {
    return item.optionalWhole(name).orElse(BigInteger.ZERO).longValueExact();
  }
}
