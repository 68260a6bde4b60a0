package inventory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.Movements;
import inventory.ingest.domain.StockLedger;
import inventory.model.EventType;
import inventory.model.StockKey;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What a file and an event cost, by the store's own count of write units. */
class WriteUnitsIT {

  private static final int PAIRS = 200;

  @Test
  void aPairOfAFileTakesTwoWriteUnitsAndAnEventFour() {
    try (IngestFixture service = new IngestFixture(Map.of(Meter.ENABLED, true))) {
      Meter meter = service.server().getApplicationContext().getBean(Meter.class);
      // The first file makes the levels and the warehouse's record.
      service.ingest("first.csv", file(1));
      meter.units.reset();

      service.ingest("second.csv", file(2));

      assertThat(service.level("W", "i7")).contains(BigInteger.valueOf(3));
      assertThat(meter.units.sum() / PAIRS).as("units for each pair").isBetween(2.0, 2.2);

      meter.units.reset();
      StockLedger ledger = service.server().getApplicationContext().getBean(StockLedger.class);
      for (int i = 1; i <= 20; i++) {
        String time = "2026-11-20T11:%02d:00Z".formatted(i);
        StockKey key = new StockKey("W", "i7");
        ledger.record(
            List.of(Movements.event(key, "e" + i, EventType.QUANTITY_CHANGED, i, time, 1)));
      }
      assertThat(service.level("W", "i7")).contains(BigInteger.valueOf(23));
      assertThat(meter.units.sum() / 20).as("units for each event").isBetween(3.0, 4.2);
    }
  }

  private static String file(int units) {
    StringBuilder content =
        new StringBuilder("Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n");
    for (int i = 0; i < PAIRS; i++) {
      content.append("2026-11-20T10:0%d:00Z,W,i%d,name,%d\n".formatted(units, i, units));
    }
    return content.toString();
  }

  /** Counts the units of all writes. */
  @Singleton
  @Requires(property = Meter.ENABLED)
  static final class Meter
      implements BeanCreatedEventListener<DynamoDbClientBuilder>, ExecutionInterceptor {

    static final String ENABLED = "test.write-units";

    private final DoubleAdder units = new DoubleAdder();

    @Override
    public DynamoDbClientBuilder onCreated(BeanCreatedEvent<DynamoDbClientBuilder> event) {
      DynamoDbClientBuilder builder = event.getBean();
      return builder.overrideConfiguration(
          builder.overrideConfiguration().toBuilder().addExecutionInterceptor(this).build());
    }

    @Override
    public SdkRequest modifyRequest(
        Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
      SdkRequest request = context.request();
      ReturnConsumedCapacity all = ReturnConsumedCapacity.INDEXES;
      if (request instanceof UpdateItemRequest update) {
        return update.toBuilder().returnConsumedCapacity(all).build();
      } else if (request instanceof PutItemRequest put) {
        return put.toBuilder().returnConsumedCapacity(all).build();
      } else if (request instanceof BatchWriteItemRequest batch) {
        return batch.toBuilder().returnConsumedCapacity(all).build();
      } else if (request instanceof TransactWriteItemsRequest transaction) {
        return transaction.toBuilder().returnConsumedCapacity(all).build();
      }
      return request;
    }

    @Override
    public void afterExecution(
        Context.AfterExecution context, ExecutionAttributes executionAttributes) {
      consumed(context.response()).forEach(consumed -> units.add(consumed.capacityUnits()));
    }

    private static Stream<ConsumedCapacity> consumed(Object response) {
      if (response instanceof UpdateItemResponse update) {
        return Stream.of(update.consumedCapacity());
      } else if (response instanceof PutItemResponse put) {
        return Stream.of(put.consumedCapacity());
      } else if (response instanceof BatchWriteItemResponse batch) {
        return batch.consumedCapacity().stream();
      } else if (response instanceof TransactWriteItemsResponse transaction) {
        return transaction.consumedCapacity().stream();
      }
      return Stream.empty();
    }
  }
}
