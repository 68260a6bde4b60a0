package inventory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.Movements;
import inventory.ingest.domain.StockLedger;
import inventory.ingest.projection.Projection;
import inventory.ingest.projection.dynamodb.DynamoDbCounters;
import inventory.ingest.projection.dynamodb.StreamPoller;
import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.counter.dynamodb.TableStream;
import inventory.testkit.CapacityMeter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * What a file and an event cost, by the store's own count of write units, with what the projection
 * of the stream writes for them.
 */
class WriteUnitsIT {

  private static final int PAIRS = 200;

  @Test
  void aPairOfAFileTakesTwoWriteUnitsAndAnEventFour() {
    try (IngestFixture service = new IngestFixture(Map.of(Meter.ENABLED, true))) {
      CapacityMeter meter = service.server().getApplicationContext().getBean(Meter.class).writes;
      DynamoDbClient client =
          service.server().getApplicationContext().getBean(DynamoDbClient.class);
      String table = service.resources().table();
      StreamPoller poller =
          new StreamPoller(
              client,
              new TableStream(client, table),
              table,
              new Projection(
                  new DynamoDbCounters(client, table, Clock.systemUTC(), Optional.empty()),
                  Runnable::run));
      // The first file makes the levels and the warehouse's record.
      service.ingest("first.csv", file(1));
      poller.poll();
      meter.reset();

      service.ingest("second.csv", file(2));
      double ledger = meter.units();
      poller.poll();

      assertThat(meter.units()).as("with the projection").isGreaterThan(ledger);
      assertThat(service.level("W", "i7")).contains(BigInteger.valueOf(3));
      assertThat(meter.units() / PAIRS).as("units for each pair").isBetween(2.0, 2.2);

      meter.reset();
      StockLedger events = service.server().getApplicationContext().getBean(StockLedger.class);
      for (int i = 1; i <= 20; i++) {
        String time = "2026-11-20T11:%02d:00Z".formatted(i);
        StockKey key = new StockKey("W", "i7");
        events.record(
            List.of(Movements.event(key, "e" + i, EventType.QUANTITY_CHANGED, i, time, 1)));
      }
      poller.poll();
      assertThat(service.level("W", "i7")).contains(BigInteger.valueOf(23));
      assertThat(meter.units() / 20).as("units for each event").isBetween(3.0, 4.2);
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

  /** Counts the units of the service's own client. */
  @Singleton
  @Requires(property = Meter.ENABLED)
  static final class Meter implements BeanCreatedEventListener<DynamoDbClientBuilder> {

    static final String ENABLED = "test.write-units";

    private final CapacityMeter writes = CapacityMeter.ofWrites();

    @Override
    public DynamoDbClientBuilder onCreated(BeanCreatedEvent<DynamoDbClientBuilder> event) {
      writes.count(event.getBean());
      return event.getBean();
    }
  }
}
