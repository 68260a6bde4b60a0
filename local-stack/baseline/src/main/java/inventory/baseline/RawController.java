package inventory.baseline;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The queries of the reports R1, R2 and R3, by the SDK, and their results as they come: no check of
 * parameters, no threshold, no body of its own.
 */
@Controller
@ExecuteOn(TaskExecutors.IO)
final class RawController {

  private static final String THRESHOLDS_END = Keys.threshold(Optional.empty()) + '~';

  private final DynamoDbClient dynamo;
  private final String table;

  RawController(DynamoDbClient dynamo, @Value("${inventory.table}") String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** R1, and with {@code greaterThan} R2: asked as reporting-api asks. */
  @Get("/warehouses/{warehouse}/items")
  List<Map<String, String>> items(
      @PathVariable String warehouse,
      @QueryValue int limit,
      @Nullable @QueryValue Long greaterThan) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put(":pk", AttributeValue.fromS(Keys.warehouse(warehouse)));
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Table.INDEX)
            .keyConditionExpression("gsi1pk = :pk");
    if (greaterThan != null) {
      values.put(":units", AttributeValue.fromN(greaterThan.toString()));
      query.filterExpression("stockLevel > :units");
    }
    query.expressionAttributeValues(values);
    List<Map<String, String>> found = new ArrayList<>();
    int portion = limit + 1;
    QueryResponse response = dynamo.query(query.limit(portion).build());
    add(response, found);
    while (found.size() <= limit && response.hasLastEvaluatedKey()) {
      portion *= 2;
      query.exclusiveStartKey(response.lastEvaluatedKey());
      response = dynamo.query(query.limit(portion).build());
      add(response, found);
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** R3, with the thresholds of the item: asked as reporting-api asks. */
  @Get("/items/{itemId}")
  List<Map<String, String>> item(@PathVariable String itemId) {
    List<Map<String, String>> found = new ArrayList<>();
    add(
        dynamo.query(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk and sk between :first and :end")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(Keys.item(itemId)),
                            ":first", AttributeValue.fromS(Keys.LEVEL_PREFIX),
                            ":end", AttributeValue.fromS(THRESHOLDS_END)))),
        found);
    return found;
  }

  private static void add(QueryResponse response, List<Map<String, String>> found) {
    for (Map<String, AttributeValue> item : response.items()) {
      Map<String, String> raw = new LinkedHashMap<>();
      item.forEach((name, value) -> raw.put(name, value.s() == null ? value.n() : value.s()));
      found.add(raw);
    }
  }
}
