package inventory.ingest.projection.dynamodb;

import inventory.ingest.projection.Chunk;
import inventory.ingest.projection.CounterStore;
import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Difference.Naming;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CatalogueItem;
import inventory.model.counter.dynamodb.CheckpointItem;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.table.ItemUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Keeps the counters in the table whose stream it counts. */
public final class DynamoDbCounters implements CounterStore {

  /** Reasons that end by themselves. */
  private static final Set<String> BUSY =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Clock clock;
  private final Optional<Duration> keep;

  /**
   * Writes the table.
   *
   * @param keep how long a checkpoint is kept after its last write: longer than the stream keeps
   *     its records; empty for a stream that keeps them for ever
   */
  public DynamoDbCounters(
      DynamoDbClient dynamoDb, String table, Clock clock, Optional<Duration> keep) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
    this.keep = keep;
  }

  @Override
  public Outcome apply(String shard, Chunk chunk) {
    Instant now = clock.instant();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(
        action(
            CheckpointItem.advance(chunk.first(), chunk.last(), chunk.fence(), keep.map(now::plus)),
            CheckpointItem.key(shard)));
    chunk
        .amounts()
        .byCounter()
        .forEach(
            (counter, numbers) ->
                actions.add(action(CounterItem.add(numbers, now), CounterItem.key(counter))));
    try {
      dynamoDb.transactWriteItems(write -> write.transactItems(actions));
      return new Outcome.Applied();
    } catch (TransactionCanceledException e) {
      return outcome(e);
    }
  }

  private TransactWriteItem action(ItemUpdate update, Map<String, AttributeValue> key) {
    Update action = update.of(table, key);
    return TransactWriteItem.builder().update(action).build();
  }

  private static Outcome outcome(TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    CancellationReason checkpoint = reasons.get(0);
    if ("ConditionalCheckFailed".equals(checkpoint.code())) {
      return new Outcome.Counted(CheckpointItem.sequenceOf(checkpoint.item()));
    }
    if (reasons.stream().allMatch(reason -> BUSY.contains(reason.code()))) {
      return new Outcome.Busy();
    }
    throw e;
  }

  @Override
  public void introduce(Naming naming) {
    CatalogueItem item = new CatalogueItem(naming.itemId(), naming.itemName(), naming.position());
    updateIfLater(item.introduce(), CatalogueItem.key(naming.itemId()));
  }

  @Override
  public void record(FileTime file) {
    updateIfLater(
        CounterItem.lastFile(file.at()),
        CounterItem.key(new Counter.OfWarehouse(file.warehouse())));
  }

  private void updateIfLater(ItemUpdate update, Map<String, AttributeValue> key) {
    try {
      dynamoDb.updateItem(update.request(table, key).build());
    } catch (ConditionalCheckFailedException e) {
      // An outcome, not a failure: a later one is on record.
      return;
    }
  }
}
