package inventory.alert.dynamodb;

import java.util.Map;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** Leaves whole batches unprocessed, as DynamoDB does when it throttles. */
final class PartialReads implements ExecutionInterceptor {

  private int left;

  /**
   * Starts with the first batch.
   *
   * @param batches how many answers leave everything unprocessed
   */
  PartialReads(int batches) {
    left = batches;
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes executionAttributes) {
    if (left <= 0) {
      return context.response();
    }
    left--;
    BatchGetItemRequest request = (BatchGetItemRequest) context.request();
    return BatchGetItemResponse.builder()
        .responses(Map.of())
        .unprocessedKeys(request.requestItems())
        .build();
  }
}
