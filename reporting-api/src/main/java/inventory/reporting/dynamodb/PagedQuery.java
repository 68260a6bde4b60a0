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
 * Makes full pages of a query whose filter may drop most of what it reads, as DynamoDB counts its
 * limit before the filter.
 */
final class PagedQuery {

  /** More of our records than make 1 MB, at which DynamoDB ends an answer by itself. */
  private static final int MAX_PORTION = 16_384;

  private final DynamoDbClient dynamo;

  PagedQuery(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * Asks until the page is full or the list ends: first for as many as could fill the page, then,
   * as the filter is at work, for twice as many each time; of much more than a page needs, the
   * store would read, and send, 1 MB. One more than a page is looked for, so that a page that ends
   * with the list is known to be the last.
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
