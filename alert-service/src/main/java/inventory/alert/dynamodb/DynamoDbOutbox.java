package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.text;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.AlertEvent;
import inventory.alert.outbox.EndpointEvent;
import inventory.alert.outbox.FileEvent;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.RunEvent;
import inventory.alert.outbox.SilenceEvent;
import inventory.alert.outbox.StockEvent;
import inventory.model.Position;
import inventory.model.table.Batches;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.OutboxItem;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The outbox in the table: one partition for each audience. */
public final class DynamoDbOutbox implements Outbox {

  private static final String OPEN_UNTIL = "openUntil";
  private static final String BATCH = "batch";

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Batches batches;
  private final ClaimWrites claims;

  /** Stores it in a table. */
  public DynamoDbOutbox(DynamoDbClient dynamoDb, String table, Batches batches) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.batches = batches;
    this.claims = new ClaimWrites(dynamoDb, table);
  }

  @Override
  public Optional<Instant> oldestDue(Instant now) {
    return dynamoDb.query(OutboxItem.anyDue(table, now)).items().stream()
        .map(item -> OutboxItem.of(item).due())
        .findFirst();
  }

  @Override
  public Set<String> dueAudiences(Instant now) {
    QueryRequest all = OutboxItem.anyDue(table, now).toBuilder().limit(null).build();
    return dynamoDb.queryPaginator(all).items().stream()
        .map(item -> OutboxItem.of(item).audience())
        .collect(Collectors.toSet());
  }

  @Override
  public boolean hasDue(Audience audience, Instant now) {
    return !dynamoDb.query(entries(audience, now).limit(1).build()).items().isEmpty();
  }

  @Override
  public List<Entry> due(Audience audience, Instant now) {
    return dynamoDb.queryPaginator(entries(audience, now).build()).items().stream()
        .limit(MAX_ENTRIES)
        .map(OutboxItem::of)
        .map(
            item ->
                new Entry(item.subject().id(), item.due(), item.batch(), item.cause(), event(item)))
        .toList();
  }

  private static AlertEvent event(OutboxItem item) {
    if (item.subject() instanceof OutboxItem.File file) {
      return new FileEvent(file.fileId());
    }
    if (item.subject() instanceof OutboxItem.Run run) {
      return new RunEvent(run.runId());
    }
    if (item.subject() instanceof OutboxItem.Silence silence) {
      return new SilenceEvent(silence.warehouse());
    }
    if (item.subject() instanceof OutboxItem.Webhook webhook) {
      return new EndpointEvent(webhook.endpointId());
    }
    OutboxItem.Alert alert = (OutboxItem.Alert) item.subject();
    return new StockEvent(alert.alert(), alert.state(), alert.number());
  }

  private QueryRequest.Builder entries(Audience audience, Instant now) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
        .expressionAttributeValues(
            Map.of(
                ":pk", partition(audience),
                ":first", text(OutboxItem.PREFIX),
                ":last", text(OutboxItem.PREFIX + Position.time(now) + Position.LAST)));
  }

  private static AttributeValue partition(Audience audience) {
    return text(Keys.outbox(audience.id()));
  }

  @Override
  public void put(Audience audience, Collection<Entry> entries) {
    List<WriteRequest> puts =
        entries.stream()
            .map(entry -> item(audience, entry).toItem())
            .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
            .toList();
    batches.write(puts, "putting entries into the outbox");
  }

  private static OutboxItem item(Audience audience, Entry entry) {
    if (entry.event() instanceof StockEvent stock) {
      return new OutboxItem(
          audience.id(),
          entry.due(),
          entry.batch(),
          entry.cause(),
          new OutboxItem.Alert(stock.alert(), stock.state(), stock.number()));
    }
    throw new IllegalArgumentException("not an event about stock: " + entry.event());
  }

  @Override
  public void complete(Audience audience, Collection<Entry> entries) {
    List<WriteRequest> deletions =
        entries.stream()
            .map(entry -> OutboxItem.key(audience.id(), entry.due(), entry.id()))
            .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key)).build())
            .toList();
    batches.write(deletions, "removing sent entries from the outbox");
  }

  @Override
  public boolean claim(Audience audience, String holder, Instant now, Instant until) {
    return claims.claim(claimKey(audience), holder, now, until);
  }

  @Override
  public void release(Audience audience, String holder) {
    claims.release(claimKey(audience), holder);
  }

  private static Map<String, AttributeValue> claimKey(Audience audience) {
    return key(Keys.outbox(audience.id()), Keys.ONLY);
  }

  @Override
  public void open(String batch, String holder, Instant until) {
    ItemUpdate open =
        new ItemUpdate()
            .set(BATCH, text(batch))
            .set(OPEN_UNTIL, text(Position.time(until)))
            .set(Table.EXPIRES_AT, ClaimWrites.expiry(until));
    dynamoDb.updateItem(open.request(table, batchKey(batch, holder)).build());
  }

  @Override
  public void close(String batch, String holder) {
    dynamoDb.deleteItem(d -> d.tableName(table).key(batchKey(batch, holder)));
  }

  private static Map<String, AttributeValue> batchKey(String batch, String holder) {
    return key(Keys.OPEN_BATCHES, Keys.openBatch(batch, holder));
  }

  @Override
  public Set<String> openBatches(Instant now) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .filterExpression(OPEN_UNTIL + " >= :now")
            .expressionAttributeValues(
                Map.of(
                    ":pk", text(Keys.OPEN_BATCHES),
                    ":now", text(Position.time(now))))
            .build();
    return dynamoDb.queryPaginator(query).items().stream()
        .map(item -> item.get(BATCH).s())
        .collect(Collectors.toUnmodifiableSet());
  }
}
