package inventory.ingest.dynamodb;

import static inventory.model.table.Values.text;

import inventory.ingest.domain.KnownLevel;
import inventory.ingest.domain.LevelStore;
import inventory.ingest.domain.StoreBusyException;
import inventory.model.StockKey;
import inventory.model.event.ClaimItem;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.model.table.WarehouseItem;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Levels and movements in the table. A write of a level, a movement or a claim takes one write unit
 * for each KB; so does a write whose condition does not hold.
 */
public final class DynamoDbLevelStore implements LevelStore {

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  /** Reads and writes a table. */
  public DynamoDbLevelStore(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Written applyLatest(Movement movement, Collection<String> durable) {
    return write(movement.key(), LevelItem.afterLatest(movement, durable, clock.instant()));
  }

  @Override
  public Written applyLate(
      Movement movement, KnownLevel known, StockLevel to, Collection<String> durable) {
    return write(
        movement.key(),
        LevelItem.afterLate(
            movement,
            known.revision(),
            known.level().latest(),
            known.late(),
            to,
            durable,
            clock.instant()));
  }

  private Written write(StockKey key, ItemUpdate update) {
    try {
      return new Applied(
          known(
              key,
              call(
                  () ->
                      client
                          .updateItem(
                              update
                                  .request(table, LevelItem.key(key))
                                  .returnValues(ReturnValue.ALL_NEW)
                                  .build())
                          .attributes())));
    } catch (ConditionalCheckFailedException e) {
      return new Refused(
          e.hasItem() && !e.item().isEmpty()
              ? Optional.of(known(key, e.item()))
              : Optional.empty());
    }
  }

  private static KnownLevel known(StockKey key, Map<String, AttributeValue> item) {
    LevelItem level = LevelItem.of(item);
    return new KnownLevel(level.level(), level.revision(), level.marks(key), level.late());
  }

  @Override
  public void removeMarks(StockKey key, Collection<String> sources) {
    try {
      call(
          () ->
              client.updateItem(
                  LevelItem.withoutMarks(sources).request(table, LevelItem.key(key)).build()));
    } catch (ConditionalCheckFailedException e) {
      // A rebuild removed the level, and its marks with it.
    }
  }

  @Override
  public Optional<Movement> movement(StockKey key, String position) {
    Map<String, AttributeValue> item =
        call(
            () ->
                client
                    .getItem(
                        request ->
                            request
                                .tableName(table)
                                .key(MovementItem.key(key, position))
                                .consistentRead(true))
                    .item());
    return item.isEmpty() ? Optional.empty() : Optional.of(MovementItem.of(key, item).movement());
  }

  @Override
  public List<Movement> movementsAfter(StockKey key, String position) {
    return call(
            () ->
                client.query(
                    request ->
                        request
                            .tableName(table)
                            .consistentRead(true)
                            .keyConditionExpression("pk = :pk AND sk > :position")
                            .expressionAttributeValues(
                                Map.of(
                                    ":pk", text(Keys.movements(key)),
                                    ":position", text(position)))))
        .items()
        .stream()
        .map(item -> MovementItem.of(key, item).movement())
        .toList();
  }

  @Override
  public List<Movement> store(List<Movement> movements) {
    Map<Map<String, AttributeValue>, Movement> byKey = new HashMap<>();
    movements.forEach(
        movement -> byKey.put(MovementItem.key(movement.key(), movement.position()), movement));
    List<WriteRequest> puts =
        movements.stream()
            .map(MovementItem::toItem)
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    return call(() -> client.batchWriteItem(request -> request.requestItems(Map.of(table, puts))))
        .unprocessedItems()
        .getOrDefault(table, List.of())
        .stream()
        .map(rest -> byKey.get(Values.keyOf(rest.putRequest().item())))
        .toList();
  }

  @Override
  public Optional<Claim> claim(StockKey key, Movement.Event event, Claim claim) {
    PutItemRequest put =
        PutItemRequest.builder()
            .tableName(table)
            .item(new ClaimItem(claim.position(), claim.statement()).toItem(key, event.id()))
            .conditionExpression("attribute_not_exists(" + Table.PK + ")")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      call(() -> client.putItem(put));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      ClaimItem there = ClaimItem.of(e.item());
      return Optional.of(new Claim(there.position(), there.statement()));
    }
  }

  @Override
  public void recordWarehouse(String warehouse) {
    call(
        () ->
            client.updateItem(
                WarehouseItem.announce(warehouse)
                    .request(table, WarehouseItem.key(warehouse))
                    .build()));
  }

  /** The SDK has retried the call for a while already. */
  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (TransactionConflictException e) {
      throw new StoreBusyException(e);
    } catch (AwsServiceException e) {
      if (e.isThrottlingException()) {
        throw new StoreBusyException(e);
      }
      throw e;
    }
  }
}
