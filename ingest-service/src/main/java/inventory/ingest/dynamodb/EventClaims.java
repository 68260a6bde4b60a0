package inventory.ingest.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.table.Keys;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Permanent claims on the ids of events. A producer's retry has another position in the stream, so
 * its movement's key alone would not identify it.
 */
final class EventClaims {

  // The attribute of a claim: the position of the event's movement.
  private static final String POSITION = "position";

  private final DynamoDbClient client;
  private final String table;

  EventClaims(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The claim on an event's id; empty if the movement is not from an event. */
  Optional<Put> forIdOf(Movement movement) {
    return movement.event().map(event -> claim(movement, event));
  }

  private Put claim(Movement movement, Movement.Event event) {
    return Put.builder()
        .tableName(table)
        .item(
            Map.of(
                Table.PK,
                text(Keys.events(movement.key())),
                Table.SK,
                text(Keys.sortable(event.id())),
                POSITION,
                text(movement.position())))
        .conditionExpression("attribute_not_exists(" + Table.PK + ")")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /**
   * Whether a claim was made by the same event, delivered or published before.
   *
   * @param claim the existing claim
   */
  boolean isOfTheSame(Movement movement, Map<String, AttributeValue> claim) {
    String position = claim.get(POSITION).s();
    return position.equals(movement.position())
        || find(movement.key(), position).filter(movement::saysTheSameAs).isPresent();
  }

  private Optional<Movement> find(StockKey key, String position) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(MovementItem.key(key, position))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(MovementItem.of(key, item).movement());
  }
}
