package inventory.validation.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.Backoff;
import inventory.model.movement.OriginalRows;
import inventory.model.table.BatchReads;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.Levels;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The levels in the table, item by item. */
public final class DynamoDbLevels implements Levels {

  // About half a minute; then the run fails, and continues at its next start.
  static final Backoff THROTTLED = new Backoff(20, Duration.ofMillis(50), Duration.ofSeconds(4));

  private final DynamoDbClient client;
  private final String table;
  private final OriginalRows originals;
  private final BatchReads batches;

  /** Reads a table, and the original files of movements that do not store their rows. */
  public DynamoDbLevels(DynamoDbClient client, String table, OriginalRows originals) {
    this.client = client;
    this.table = table;
    this.originals = originals;
    this.batches = new BatchReads(client, table, THROTTLED);
  }

  @Override
  public Map<String, String> filesOf(String runId) {
    Map<String, String> files = new HashMap<>();
    client
        .queryPaginator(query(Keys.run(runId), Keys.CHECKED_FILE_PREFIX))
        .items()
        .forEach(item -> files.put(FileItem.of(item).fileId(), FileItem.of(item).objectKey()));
    return files;
  }

  @Override
  public void forEach(
      String afterItem, Map<String, String> filesOfThisRun, Consumer<ItemFacts> visitor) {
    ItemsById items = new ItemsById(client, table, afterItem);
    while (items.hasNext()) {
      ItemsById.Item item = items.next();
      List<ItemFacts.Level> levels =
          batches.read(item.keys()).stream()
              .map(level -> level(level, filesOfThisRun))
              .sorted(Comparator.comparing(level -> level.key().warehouse()))
              .toList();
      visitor.accept(new ItemFacts(item.itemId(), levels));
    }
  }

  private ItemFacts.Level level(
      Map<String, AttributeValue> item, Map<String, String> filesOfThisRun) {
    LevelItem level = LevelItem.of(item);
    return new StoredLevel(client, table, originals, level.stockKey(), level, filesOfThisRun);
  }

  private QueryRequest query(String pk, String prefix) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(Map.of(":pk", text(pk), ":prefix", text(prefix)))
        .build();
  }
}
