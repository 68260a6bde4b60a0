package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.Catalogue;
import inventory.reporting.domain.items.CatalogueItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Searches the catalogue: by id in the table, by name in the index. */
public final class DynamoDbCatalogue implements Catalogue {

  /** The number of records after which a page ends, even if it is not full. */
  private static final int MAX_READ = 1000;

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbCatalogue(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<CatalogueItem, PagePosition> search(
      String prefix, int limit, Optional<PagePosition> after) {
    List<CatalogueItem> found = new ArrayList<>();
    if (after.filter(PagePosition::byName).isEmpty()) {
      QueryRequest.Builder ids = query(prefix, Table.PK, Table.SK);
      after.ifPresent(item -> ids.exclusiveStartKey(key(item)));
      Optional<PagePosition> next =
          collect(ids, item -> item.idBegins(prefix), false, limit, found);
      if (next.isPresent() || prefix.isEmpty()) {
        return new Page<>(found, next);
      }
    }
    QueryRequest.Builder names =
        query(prefix, Table.INDEX_PK, Table.INDEX_SK).indexName(Table.INDEX);
    after
        .filter(item -> !item.itemId().isEmpty() && item.byName())
        .ifPresent(item -> names.exclusiveStartKey(key(item)));
    Predicate<CatalogueItem> onlyByName = item -> item.nameBegins(prefix) && !item.idBegins(prefix);
    if (found.size() == limit) {
      List<CatalogueItem> first = new ArrayList<>();
      Optional<PagePosition> more = collect(names, onlyByName, true, 1, first);
      boolean isLast = first.isEmpty() && more.isEmpty();
      return new Page<>(
          found, isLast ? Optional.empty() : Optional.of(new PagePosition(true, "", "")));
    }
    return new Page<>(found, collect(names, onlyByName, true, limit, found));
  }

  private QueryRequest.Builder query(String prefix, String pk, String sk) {
    QueryRequest.Builder query = QueryRequest.builder().tableName(table);
    return prefix.isEmpty()
        ? query
            .keyConditionExpression(pk + " = :pk")
            .expressionAttributeValues(Map.of(":pk", fromS(Keys.CATALOGUE)))
        : query
            .keyConditionExpression(pk + " = :pk and begins_with(" + sk + ", :prefix)")
            .expressionAttributeValues(
                Map.of(":pk", fromS(Keys.CATALOGUE), ":prefix", fromS(Keys.term(prefix))));
  }

  private static Map<String, AttributeValue> key(PagePosition position) {
    return position.byName()
        ? inventory.model.counter.dynamodb.CatalogueItem.indexKey(
            position.itemId(), position.itemName())
        : inventory.model.counter.dynamodb.CatalogueItem.key(position.itemId());
  }

  /**
   * Adds items until there are as many as the limit. As in {@link PagedQuery}, each further request
   * asks for twice as many: one of a single record each would be slow.
   *
   * @return where the list goes on; empty if it ended
   */
  private Optional<PagePosition> collect(
      QueryRequest.Builder query,
      Predicate<CatalogueItem> wanted,
      boolean byName,
      int limit,
      List<CatalogueItem> found) {
    int read = 0;
    int portion = limit + 1 - found.size();
    CatalogueItem last = null;
    while (true) {
      QueryResponse response = dynamo.query(query.limit(portion).build());
      for (Map<String, AttributeValue> record : response.items()) {
        CatalogueItem item = item(record);
        if (found.size() == limit && wanted.test(item)) {
          return Optional.of(new PagePosition(byName, last.itemId(), last.itemName()));
        }
        if (wanted.test(item)) {
          found.add(item);
        }
        last = item;
      }
      read += response.items().size();
      if (!response.hasLastEvaluatedKey()) {
        return Optional.empty();
      }
      if (read >= MAX_READ) {
        return Optional.of(new PagePosition(byName, last.itemId(), last.itemName()));
      }
      portion = Math.min(2 * portion, MAX_READ - read);
      query.exclusiveStartKey(response.lastEvaluatedKey());
    }
  }

  private static CatalogueItem item(Map<String, AttributeValue> record) {
    var item = inventory.model.counter.dynamodb.CatalogueItem.of(record);
    return new CatalogueItem(item.itemId(), item.itemName());
  }
}
