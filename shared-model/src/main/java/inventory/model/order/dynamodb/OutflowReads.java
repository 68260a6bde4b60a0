package inventory.model.order.dynamodb;

import inventory.model.AlertId;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.model.inbox.Parallel;
import inventory.model.movement.Closing;
import inventory.model.order.Outflow;
import inventory.model.table.ClosingItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelQueries;
import inventory.model.table.RunItem;
import inventory.model.table.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads the outflow of stock from the daily closings. The last closed day is the one before the
 * start of the latest validation that was completed: it has closed every pair's days before.
 *
 * <p>An item in a warehouse costs one query of at most {@value Outflow#CLOSINGS} closings, which is
 * one eventually consistent read unit; the total of an item one for each of its warehouses. The
 * results are kept until another validation is completed, at most {@value #MAX_KEPT} of them, some
 * 2 MB. Each call costs one query for the latest validation.
 */
public final class OutflowReads {

  /** A total over more warehouses is not read. */
  static final int MAX_WAREHOUSES = 100;

  /** More items of one call are not read. */
  static final int MAX_SCOPES = 1_000;

  private static final int MAX_KEPT = 10_000;
  private static final int MAX_RUNS = 30;
  private static final int RUNS_AT_ONCE = 3;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Executor executor;
  private final Map<AlertId, Outflow> kept =
      new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, Outflow> eldest) {
          return size() > MAX_KEPT;
        }
      };
  private Optional<String> keptBy = Optional.empty();

  /**
   * Reads a table.
   *
   * @param executor runs the queries of several items
   */
  public OutflowReads(DynamoDbClient dynamoDb, String table, Executor executor) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.executor = executor;
  }

  /**
   * How much left the stock of items, in one warehouse or in all of them.
   *
   * @param scopes those after the first {@value #MAX_SCOPES} are left out
   * @return without totals over more than {@value #MAX_WAREHOUSES} warehouses, or with a name that
   *     is too long for keys
   */
  public Map<AlertId, Outflow> of(Collection<AlertId> scopes) {
    if (scopes.isEmpty()) {
      return Map.of();
    }
    Optional<RunItem> run = lastCompleted();
    List<AlertId> wanted = scopes.stream().distinct().limit(MAX_SCOPES).toList();
    Map<AlertId, Outflow> found = known(run.map(RunItem::runId), wanted);
    Map<AlertId, CompletableFuture<Optional<Outflow>>> reads = new LinkedHashMap<>();
    wanted.stream()
        .filter(scope -> !found.containsKey(scope))
        .forEach(
            scope ->
                reads.put(scope, CompletableFuture.supplyAsync(() -> read(scope, run), executor)));
    reads.forEach(
        (scope, read) -> Parallel.join(read).ifPresent(outflow -> found.put(scope, outflow)));
    keep(run.map(RunItem::runId), found);
    return found;
  }

  private synchronized Map<AlertId, Outflow> known(Optional<String> run, List<AlertId> wanted) {
    Map<AlertId, Outflow> known = new HashMap<>();
    if (keptBy.equals(run)) {
      wanted.stream().filter(kept::containsKey).forEach(one -> known.put(one, kept.get(one)));
    }
    return known;
  }

  private synchronized void keep(Optional<String> run, Map<AlertId, Outflow> found) {
    if (!keptBy.equals(run)) {
      kept.clear();
      keptBy = run;
    }
    kept.putAll(found);
  }

  /** Closings of a day that was closed by a run that failed since may be missing. */
  private Optional<RunItem> lastCompleted() {
    QueryRequest query = RunItem.newest(table).limit(RUNS_AT_ONCE).build();
    return dynamoDb.queryPaginator(query).items().stream()
        .limit(MAX_RUNS)
        .map(RunItem::of)
        .filter(run -> run.state() == RunState.COMPLETED)
        .findFirst();
  }

  private Optional<Outflow> read(AlertId scope, Optional<RunItem> run) {
    if (run.isEmpty()) {
      return Optional.of(Outflow.NONE);
    }
    LocalDate last = LocalDate.ofInstant(run.get().startedAt(), ZoneOffset.UTC).minusDays(1);
    return scope
        .warehouse()
        .map(name -> Optional.of(ofPair(new StockKey(name, scope.itemId()), last)))
        .orElseGet(() -> ofTotal(scope.itemId(), last));
  }

  private Outflow ofPair(StockKey key, LocalDate last) {
    QueryRequest query = ClosingItem.newest(table, key, last).limit(Outflow.CLOSINGS).build();
    List<Closing> closings =
        dynamoDb.query(query).items().stream()
            .map(item -> ClosingItem.of(key, item).closing())
            .toList();
    return Outflow.of(closings, last);
  }

  private Optional<Outflow> ofTotal(String itemId, LocalDate last) {
    List<Optional<StockKey>> keys =
        dynamoDb.queryPaginator(LevelQueries.keysOfItem(table, itemId)).items().stream()
            .limit(MAX_WAREHOUSES + 1L)
            .map(item -> Keys.ofLevel(item.get(Table.PK).s(), item.get(Table.SK).s()))
            .toList();
    // A name that is too long for keys is not in them.
    return keys.size() > MAX_WAREHOUSES || keys.contains(Optional.<StockKey>empty())
        ? Optional.empty()
        : Optional.of(
            keys.stream()
                .map(key -> ofPair(key.orElseThrow(), last))
                .reduce(Outflow.NONE, Outflow::plus));
  }
}
