package inventory.model.event;

import inventory.model.StockKey;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A claim on the id of an event, permanent.
 *
 * @param position of the movement that has the id
 * @param statement a digest of what the event states, see {@link
 *     inventory.model.movement.Movement#statement}
 */
public record ClaimItem(String position, String statement) {

  private static final String POSITION = "position";
  private static final String STATEMENT = "statement";

  /** The key of the claim on the id of an event of an item in a warehouse. */
  public static Map<String, AttributeValue> key(StockKey key, String eventId) {
    return Values.key(Keys.events(key), Keys.sortable(eventId));
  }

  /** The claim of an item of the table. */
  public static ClaimItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new ClaimItem(attributes.text(POSITION), attributes.text(STATEMENT));
  }

  /** The item. */
  public Map<String, AttributeValue> toItem(StockKey key, String eventId) {
    return new ItemBuilder(key(key, eventId))
        .text(POSITION, position)
        .text(STATEMENT, statement)
        .build();
  }
}
