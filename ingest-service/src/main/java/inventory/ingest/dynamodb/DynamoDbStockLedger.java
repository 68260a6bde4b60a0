package inventory.ingest.dynamodb;

import inventory.ingest.domain.StockLedger;
import inventory.model.movement.Movement;
import inventory.model.table.WarehouseItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
  public List<Movement> record(Iterable<Movement> movements) {
    Deque<Future<List<Movement>>> underWay = new ArrayDeque<>();
    List<Movement> refused = new ArrayList<>();
    List<Movement> batch = new ArrayList<>();
    int actions = 0;
    for (Movement movement : movements) {
      int more = MovementBatch.actionsOf(movement);
      if (actions + more > MovementBatch.MAX_ACTIONS) {
        submit(batch, underWay, refused);
        batch = new ArrayList<>();
        actions = 0;
      }
      batch.add(movement);
      actions += more;
    }
    submit(batch, underWay, refused);
    underWay.forEach(write -> refused.addAll(await(write)));
    return refused;
  }

  private void submit(
      List<Movement> batch, Deque<Future<List<Movement>>> underWay, List<Movement> refused) {
    if (underWay.size() == parallelism) {
      refused.addAll(await(underWay.poll()));
    }
    if (!batch.isEmpty()) {
      underWay.add(writers.submit(() -> write(batch)));
    }
  }

  private List<Movement> write(List<Movement> batch) {
    batch.forEach(movement -> announceWarehouse(movement.key().warehouse()));
    return batches.write(batch);
  }

  private static List<Movement> await(Future<List<Movement>> write) {
    try {
      return write.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("movements could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while movements were written", e);
    }
  }

  /** Writes the warehouse before its first level, so reports know the warehouse of every level. */
  private void announceWarehouse(String warehouse) {
    if (knownWarehouses.contains(warehouse)) {
      return;
    }
    client.updateItem(
        WarehouseItem.announce(warehouse).request(table, WarehouseItem.key(warehouse)).build());
    knownWarehouses.add(warehouse);
  }
}
