package inventory.reporting.dynamodb;

import inventory.reporting.domain.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Makes full pages from a query with a filter. DynamoDB applies its limit before the filter, which
 * may drop most items.
 */
final class PagedQuery {

  /** So many items exceed 1 MB, where DynamoDB ends an answer anyway. */
  private static final int MAX_PORTION = 16_384;

  private final DynamoDbClient dynamo;

  PagedQuery(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * Queries until the page is full or the list ends. The first request asks for as many items as
   * the page needs; as the filter drops items, each further one asks for twice as many. A larger
   * first request could make the store read and send 1 MB. One item more than the page tells
   * whether it is the last page.
   */
  <T, P> Page<T, P> page(
      QueryRequest query,
      int limit,
      Function<Map<String, AttributeValue>, T> reader,
      Function<T, P> position) {
    List<T> found = new ArrayList<>();
    QueryRequest.Builder rest = query.toBuilder();
    int portion = limit + 1;
    while (true) {
      QueryResponse response = dynamo.query(rest.limit(portion).build());
      for (Map<String, AttributeValue> item : response.items()) {
        if (found.size() == limit) {
          return new Page<>(found, Optional.of(position.apply(found.get(limit - 1))));
        }
        found.add(reader.apply(item));
      }
      if (!response.hasLastEvaluatedKey()) {
        return new Page<>(found, Optional.empty());
      }
      portion = Math.min(2 * portion, MAX_PORTION);
      rest.exclusiveStartKey(response.lastEvaluatedKey());
    }
  }
}
