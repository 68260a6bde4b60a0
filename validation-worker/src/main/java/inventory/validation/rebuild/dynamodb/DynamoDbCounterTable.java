package inventory.validation.rebuild.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CheckpointItem;
import inventory.model.counter.dynamodb.Counted;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.counter.dynamodb.FenceItem;
import inventory.model.counter.dynamodb.TableStream;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.rebuild.counters.CounterTable;
import inventory.validation.rebuild.counters.Sums;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/** The counters in the table, and the projection's checkpoints. */
public final class DynamoDbCounterTable implements CounterTable {

  private static final Duration FENCE_LIFE = Duration.ofDays(1);
  private static final long PAUSE_MILLIS = 200;

  /** How often to list the shards: an account may describe its streams ten times a second. */
  private static final int POLLS_PER_LOOK = 10;

  private final DynamoDbClient client;
  private final TableStream stream;
  private final String table;
  private final Clock clock;
  private final Duration patience;

  /**
   * Reads and corrects a table.
   *
   * @param patience how long to wait for the projection
   */
  public DynamoDbCounterTable(
      DynamoDbClient client, TableStream stream, String table, Clock clock, Duration patience) {
    this.client = client;
    this.stream = stream;
    this.table = table;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public Sums sums() {
    Sums sums = new Sums();
    for (Map<String, AttributeValue> item : counted()) {
      sums.add(byKey(Counted.by(item)), fingerprint(item));
    }
    return sums;
  }

  /**
   * The same amounts, with each warehouse by the key of its record: that of a new warehouse may
   * have counters before it has a name.
   */
  private static Amounts byKey(Amounts amounts) {
    Map<Counter, Map<String, BigInteger>> all = new HashMap<>();
    amounts.byCounter().forEach((counter, numbers) -> all.put(byKey(counter), numbers));
    return new Amounts(all);
  }

  private static Counter byKey(Counter counter) {
    return counter instanceof Counter.OfWarehouse one
        ? new Counter.OfWarehouse(Keys.sortable(one.warehouse()))
        : counter;
  }

  /**
   * A digest of the whole item: it has the number of its writes, or the state of its life. The
   * digests are added up, so they must not be linear: else changes of two items may cancel out.
   */
  private static long fingerprint(Map<String, AttributeValue> item) {
    long spread = item.hashCode() * 0x9E3779B97F4A7C15L;
    return spread ^ (spread >>> Integer.SIZE);
  }

  private SdkIterable<Map<String, AttributeValue>> counted() {
    return client
        .scanPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .filterExpression(
                        "begins_with(pk, :warehouse) AND begins_with(sk, :level)"
                            + " OR begins_with(pk, :item) AND begins_with(sk, :alert)"
                            + " OR begins_with(pk, :file)"
                            + " OR pk = :warehouses")
                    .expressionAttributeValues(
                        Map.of(
                            ":warehouse", text(Keys.WAREHOUSE_PREFIX),
                            ":level", text(Keys.LEVEL_PREFIX),
                            ":item", text(Keys.ITEM_PREFIX),
                            ":alert", text(Keys.ALERT_PREFIX),
                            ":file", text(Keys.FILE_PREFIX),
                            ":warehouses", text(Keys.WAREHOUSES))))
        .items();
  }

  /**
   * Writes a fence to random places until it was reached in each shard that has no child: in the
   * others, all was counted before their children's first record. The list of shards may be older:
   * what was written before the call is in them.
   */
  @Override
  public boolean awaitProjection() {
    String fence = UUID.randomUUID().toString();
    Instant end = clock.instant().plus(patience);
    List<String> last = List.of();
    for (int polls = 0; ; polls++) {
      if (polls % POLLS_PER_LOOK == 0) {
        last = lastShards();
      }
      List<String> open = last.stream().filter(shard -> !hasReached(shard, fence)).toList();
      if (open.isEmpty()) {
        return true;
      }
      if (clock.instant().isAfter(end)) {
        return false;
      }
      for (int i = 0; i < open.size(); i++) {
        Map<String, AttributeValue> item =
            FenceItem.toItem(UUID.randomUUID().toString(), fence, clock.instant().plus(FENCE_LIFE));
        client.putItem(put -> put.tableName(table).item(item));
      }
      pause();
    }
  }

  private List<String> lastShards() {
    List<Shard> shards = stream.shards();
    Set<String> parents =
        shards.stream()
            .flatMap(shard -> Optional.ofNullable(shard.parentShardId()).stream())
            .collect(Collectors.toSet());
    return shards.stream().map(Shard::shardId).filter(id -> !parents.contains(id)).toList();
  }

  private boolean hasReached(String shard, String fence) {
    return FenceItem.reachedBy(
            client
                .getItem(
                    get -> get.tableName(table).key(CheckpointItem.key(shard)).consistentRead(true))
                .item())
        .filter(fence::equals)
        .isPresent();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the projection was awaited", e);
    }
  }

  @Override
  public Amounts counters() {
    Map<Counter, Map<String, BigInteger>> all = new HashMap<>();
    for (String partition : List.of(Keys.WAREHOUSES, Keys.COUNTERS)) {
      for (Map<String, AttributeValue> item :
          client.queryPaginator(Table.partition(table, partition)).items()) {
        Counter counter = counter(partition, item);
        all.putAll(Amounts.of(counter, CounterItem.of(item).numbers()).byCounter());
      }
    }
    return new Amounts(all);
  }

  private static Counter counter(String partition, Map<String, AttributeValue> item) {
    String sk = item.get(Table.SK).s();
    if (partition.equals(Keys.WAREHOUSES)) {
      return new Counter.OfWarehouse(sk);
    }
    return sk.equals(Keys.EVERYTHING)
        ? new Counter.OfEverything()
        : new Counter.OfDay(LocalDate.parse(sk.substring(sk.indexOf('#') + 1)));
  }

  @Override
  public void correct(Counter counter, Amounts difference) {
    try {
      client.updateItem(
          CounterItem.correct(
                  difference.byCounter().get(counter),
                  UUID.randomUUID().toString(),
                  clock.instant())
              .request(table, CounterItem.key(counter))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // The answer to an earlier attempt of this call was lost.
      return;
    }
  }

  @Override
  public long checkCatalogue(boolean mayFix) {
    return new CatalogueCheck(client, table, mayFix).run(counted());
  }
}
