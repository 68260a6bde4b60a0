package inventory.ingest.projection.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.DynamodbTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import inventory.ingest.projection.Difference;
import inventory.ingest.projection.Projection;
import inventory.ingest.projection.dynamodb.DynamoDbCounters;
import inventory.ingest.projection.dynamodb.Images;
import inventory.model.counter.dynamodb.TableStream;
import inventory.model.resource.Variables;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/**
 * Counts the records that an event source mapping delivers from the table's stream. The mapping
 * must have a tumbling window, of any length: only then does an event name its shard. Without the
 * name, records are counted only if the stream has a single shard, as that of an emulator has. If a
 * batch fails, all of it is delivered again; what was counted is not counted twice.
 */
public final class ProjectionFunction
    implements RequestHandler<DynamodbTimeWindowEvent, TimeWindowEventResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionFunction.class);

  /** How long a checkpoint is kept; the stream keeps its records for a day. */
  private static final Duration KEEP = Duration.ofDays(7);

  private static final int WRITERS = 16;

  private final Projection projection;
  private final TableStream stream;

  /** Counts into the table that {@code INVENTORY_TABLE} names. */
  public ProjectionFunction() {
    this(DynamoDbClient.create(), System.getenv(Variables.TABLE));
  }

  ProjectionFunction(DynamoDbClient dynamoDb, String table) {
    projection =
        new Projection(
            new DynamoDbCounters(dynamoDb, table, Clock.systemUTC(), Optional.of(KEEP)),
            Executors.newFixedThreadPool(WRITERS));
    stream = new TableStream(dynamoDb, table);
  }

  @Override
  public TimeWindowEventResponse handleRequest(DynamodbTimeWindowEvent event, Context context) {
    // The last event of a window may have none.
    List<DynamodbStreamRecord> records = Optional.ofNullable(event.getRecords()).orElse(List.of());
    if (records.isEmpty()) {
      return new TimeWindowEventResponse(Map.of(), List.of());
    }
    try {
      String shard = Optional.ofNullable(event.getShardId()).orElseGet(() -> only(records));
      projection.project(shard, records.stream().map(ProjectionFunction::difference).toList());
      return new TimeWindowEventResponse(Map.of(), List.of());
    } catch (RuntimeException e) {
      String first = records.get(0).getDynamodb().getSequenceNumber();
      LOG.error("the records of shard {} from {} on failed", event.getShardId(), first, e);
      return new TimeWindowEventResponse(Map.of(), List.of(new BatchItemFailure(first)));
    }
  }

  /** Sequence numbers of several shards cannot share a checkpoint. */
  private String only(List<DynamodbStreamRecord> records) {
    String arn = records.get(0).getEventSourceARN();
    List<Shard> shards =
        stream.client().describeStream(r -> r.streamArn(arn)).streamDescription().shards();
    if (shards.size() != 1) {
      throw new IllegalStateException(
          "events do not name their shard, and %s has %d: set the tumbling window of the mapping"
              .formatted(arn, shards.size()));
    }
    return shards.get(0).shardId();
  }

  private static Difference difference(DynamodbStreamRecord record) {
    StreamRecord change = record.getDynamodb();
    return Images.difference(
        change.getSequenceNumber(),
        EventAttributes.of(change.getOldImage()),
        EventAttributes.of(change.getNewImage()));
  }
}
