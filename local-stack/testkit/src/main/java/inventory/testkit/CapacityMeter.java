package inventory.testkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/** Adds up the capacity units of calls, indexes included, as the store reports them. */
public final class CapacityMeter implements ExecutionInterceptor {

  private static final Set<Class<?>> READS =
      Set.of(
          GetItemRequest.class,
          BatchGetItemRequest.class,
          TransactGetItemsRequest.class,
          QueryRequest.class,
          ScanRequest.class);

  private final Predicate<SdkRequest> counted;
  private final DoubleAdder units = new DoubleAdder();

  /**
   * Has counted nothing yet.
   *
   * @param counted which requests count
   */
  public CapacityMeter(Predicate<SdkRequest> counted) {
    this.counted = counted;
  }

  /** Counts reads. */
  public static CapacityMeter ofReads() {
    return new CapacityMeter(CapacityMeter::isRead);
  }

  /** Counts writes. */
  public static CapacityMeter ofWrites() {
    return new CapacityMeter(request -> !isRead(request));
  }

  private static boolean isRead(SdkRequest request) {
    return READS.contains(request.getClass());
  }

  /** The units since the last {@link #reset}. */
  public double units() {
    return units.sum();
  }

  /** Begins at 0. */
  public void reset() {
    units.reset();
  }

  /** Counts the calls of the client that is built. */
  public void count(DynamoDbClientBuilder builder) {
    builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder().addExecutionInterceptor(this).build());
  }

  /** A client whose calls are counted, for the store of another one; the caller closes it. */
  public DynamoDbClient client(DynamoDbClient other) {
    DynamoDbServiceClientConfiguration known = other.serviceClientConfiguration();
    return DynamoDbClient.builder()
        .endpointOverride(known.endpointOverride().orElseThrow())
        .region(known.region())
        .credentialsProvider(known.credentialsProvider())
        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(this))
        .build();
  }

  /** Each operation with a capacity has a field of this name, whatever its class. */
  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest.Builder request = context.request().toBuilder();
    ((SdkPojo) request)
        .sdkFields().stream()
            .filter(field -> field.memberName().equals("ReturnConsumedCapacity"))
            .forEach(field -> field.set(request, ReturnConsumedCapacity.INDEXES.toString()));
    return request.build();
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (counted.test(context.request())) {
      context
          .response()
          .getValueForField("ConsumedCapacity", Object.class)
          .map(consumed -> consumed instanceof List<?> all ? all : List.of(consumed))
          .orElse(List.of())
          .forEach(consumed -> units.add(((ConsumedCapacity) consumed).capacityUnits()));
    }
  }
}
