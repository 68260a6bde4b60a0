package inventory.reporting.dynamodb;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.recipients.InvalidRecipientsException;
import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.RecipientRules;
import inventory.model.table.AlertItem;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.LevelQueries;
import inventory.model.table.MovementItem;
import inventory.model.table.Values;
import inventory.reporting.domain.previews.PreviewStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what a file would change, strongly consistent except for the warehouses of an item. */
public final class DynamoDbPreviews implements PreviewStore {

  private final DynamoDbClient dynamo;
  private final String table;
  private final RecipientDocuments recipients;

  /** Reads the table with this name, and the rules about recipients. */
  public DynamoDbPreviews(DynamoDbClient dynamo, String table, RecipientDocuments recipients) {
    this.dynamo = dynamo;
    this.table = table;
    this.recipients = recipients;
  }

  @Override
  public Optional<Owner> owner(String sha256) {
    return SingleRead.find(dynamo, table, Values.key(Keys.content(sha256), Keys.ONLY))
        .map(claim -> FileItem.of(claim).fileId())
        .flatMap(fileId -> SingleRead.find(dynamo, table, FileItem.key(fileId)))
        .map(FileItem::of)
        .map(file -> new Owner(file.fileId(), file.objectKey(), file.status()));
  }

  @Override
  public Map<StockKey, Known> levels(Collection<StockKey> keys) {
    return read(keys.stream().distinct().map(LevelItem::key).toList());
  }

  @Override
  public Map<StockKey, Known> levelsOf(String itemId) {
    return read(
        dynamo.queryPaginator(LevelQueries.keysOfItem(table, itemId)).items().stream()
            .map(Values::keyOf)
            .toList());
  }

  private Map<StockKey, Known> read(List<Map<String, AttributeValue>> keys) {
    Map<StockKey, Known> levels = new HashMap<>();
    for (Map<String, AttributeValue> item : new BatchRead(dynamo, table).read(keys, List.of())) {
      LevelItem level = LevelItem.of(item);
      levels.put(level.stockKey(), new Known(level.level(), level.marks(level.stockKey())));
    }
    return levels;
  }

  @Override
  public Iterable<Movement> later(StockKey key, String after, List<Movement> marks) {
    List<MovementItem> items =
        marks.stream().map(mark -> new MovementItem(mark, Optional.empty())).toList();
    Iterable<MovementItem> later =
        new DynamoDbMovementLog(dynamo, table).oldestFirst(key, after, items);
    return () ->
        StreamSupport.stream(later.spliterator(), false).map(MovementItem::movement).iterator();
  }

  @Override
  public Map<AlertId, AlertRecord> alerts(Collection<AlertId> alerts) {
    return new BatchRead(dynamo, table)
        .read(alerts.stream().distinct().map(AlertItem::key).toList(), List.of()).stream()
            .map(AlertItem::of)
            .collect(Collectors.toMap(AlertItem::alert, AlertItem::record));
  }

  @Override
  public RecipientRules recipients() {
    return recipients.find().map(DynamoDbPreviews::parsed).orElse(RecipientRules.NONE);
  }

  private static RecipientRules parsed(RecipientDocument document) {
    try {
      return RecipientRules.parse(document.json());
    } catch (InvalidRecipientsException e) {
      throw new IllegalStateException("the stored recipients are not valid", e);
    }
  }
}
