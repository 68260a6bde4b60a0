package inventory.model.table;

import static inventory.model.table.Values.text;

import inventory.model.StockKey;
import inventory.model.movement.Closing;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A daily closing of an item in a warehouse. It takes about 250 bytes: a page of 4 KB, one strongly
 * consistent read unit, has about 16 days.
 *
 * @param closing the closing
 */
public record ClosingItem(Closing closing) {

  private static final String STOCK_LEVEL = "stockLevel";
  private static final String UNITS_IN = "unitsIn";
  private static final String UNITS_OUT = "unitsOut";
  private static final String THROUGH = "through";
  private static final String WRITTEN_AT = "writtenAt";

  /** The key of the closing of a day. */
  public static Map<String, AttributeValue> key(StockKey key, LocalDate day) {
    return Values.key(Keys.closings(key), Keys.day(day));
  }

  /**
   * The closings of an item in a warehouse between two days, both included, strongly consistent.
   *
   * @param isAscending whether the earliest comes first
   */
  public static QueryRequest.Builder between(
      String table, StockKey key, LocalDate first, LocalDate last, boolean isAscending) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .scanIndexForward(isAscending)
        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
        .expressionAttributeValues(
            Map.of(
                ":pk", text(Keys.closings(key)),
                ":first", text(Keys.day(first)),
                ":last", text(Keys.day(last))));
  }

  /**
   * The closings of an item in a warehouse up to a day, the newest first, eventually consistent.
   *
   * @param last the last day
   */
  public static QueryRequest.Builder newest(String table, StockKey key, LocalDate last) {
    return QueryRequest.builder()
        .tableName(table)
        .scanIndexForward(false)
        .keyConditionExpression("pk = :pk AND sk <= :last")
        .expressionAttributeValues(
            Map.of(":pk", text(Keys.closings(key)), ":last", text(Keys.day(last))));
  }

  /**
   * The closing of an item of the table.
   *
   * @param key the item and warehouse in whose partition it was found
   */
  public static ClosingItem of(StockKey key, Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new ClosingItem(
        new Closing(
            key,
            LocalDate.parse(attributes.text(Table.SK)),
            attributes.whole(STOCK_LEVEL),
            attributes.whole(UNITS_IN),
            attributes.whole(UNITS_OUT),
            attributes.text(THROUGH),
            attributes.instant(WRITTEN_AT)));
  }

  /** The item. */
  public Map<String, AttributeValue> toItem() {
    return new ItemBuilder(key(closing.key(), closing.day()))
        .number(STOCK_LEVEL, closing.level())
        .number(UNITS_IN, closing.in())
        .number(UNITS_OUT, closing.out())
        .text(THROUGH, closing.through())
        .instant(WRITTEN_AT, closing.writtenAt())
        .build();
  }
}
