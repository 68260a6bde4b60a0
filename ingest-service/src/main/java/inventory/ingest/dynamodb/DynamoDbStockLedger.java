package inventory.ingest.dynamodb;

import static inventory.movement.dynamodb.Attributes.text;

import inventory.ingest.domain.StockLedger;
import inventory.model.table.Table;
import inventory.movement.Movement;
import inventory.movement.dynamodb.WarehouseItems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger in the table: batches of movements, several at a time. */
public final class DynamoDbStockLedger implements StockLedger {

  private final DynamoDbClient client;
  private final String table;
  private final MovementBatch batches;
  private final ExecutorService writers;
  private final int parallelism;
  private final Set<String> knownWarehouses = ConcurrentHashMap.newKeySet();

  /**
   * Wires the ledger.
   *
   * @param writers runs the transactions; shared by all files
   * @param parallelism how many transactions of one file may be under way, 1 or more
   */
  public DynamoDbStockLedger(
      DynamoDbClient client,
      String table,
      LevelWrites levels,
      ExecutorService writers,
      int parallelism) {
    this.client = client;
    this.table = table;
    this.batches = new MovementBatch(client, table, levels);
    this.writers = writers;
    this.parallelism = parallelism;
  }

  @Override
  public void record(Iterable<Movement> movements) {
    Deque<Future<?>> underWay = new ArrayDeque<>();
    List<Movement> batch = new ArrayList<>();
    for (Movement movement : movements) {
      batch.add(movement);
      if (batch.size() == MovementBatch.MAX_MOVEMENTS) {
        submit(batch, underWay);
        batch = new ArrayList<>();
      }
    }
    submit(batch, underWay);
    underWay.forEach(DynamoDbStockLedger::await);
  }

  private void submit(List<Movement> batch, Deque<Future<?>> underWay) {
    if (underWay.size() == parallelism) {
      await(underWay.poll());
    }
    if (!batch.isEmpty()) {
      underWay.add(writers.submit(() -> write(batch)));
    }
  }

  private void write(List<Movement> batch) {
    batch.forEach(movement -> announceWarehouse(movement.key().warehouse()));
    batches.write(batch);
  }

  private static void await(Future<?> write) {
    try {
      write.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("movements could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while movements were written", e);
    }
  }

  /** Before its first level, so that no level is in a warehouse that reports do not know. */
  private void announceWarehouse(String warehouse) {
    if (knownWarehouses.contains(warehouse)) {
      return;
    }
    client.updateItem(
        request ->
            request
                .tableName(table)
                .key(WarehouseItems.key(warehouse))
                .updateExpression("SET #name = :name")
                .expressionAttributeNames(Map.of("#name", Table.Level.WAREHOUSE))
                .expressionAttributeValues(Map.of(":name", text(warehouse))));
    knownWarehouses.add(warehouse);
  }
}
