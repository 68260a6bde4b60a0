package inventory.model.event;

import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Why a fact that was accepted over REST was not applied; kept as long as its request, counted from
 * the rejection.
 *
 * @param index the number of the entry in its request, from 1
 * @param code the kind of problem, see {@link BadFieldException}
 * @param field the bad field; empty if it is not a single one
 * @param reason the reason, in words for people
 */
public record FactRejectItem(int index, String code, String field, String reason) {

  private static final String INDEX = "index";
  private static final String CODE = "code";
  private static final String FIELD = "field";
  private static final String REASON = "reason";

  /** The reject of an item of the table. */
  public static FactRejectItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new FactRejectItem(
        attributes.optionalInt(INDEX).orElseThrow(),
        attributes.text(CODE),
        attributes.optionalText(FIELD).orElse(""),
        attributes.text(REASON));
  }

  /**
   * The item.
   *
   * @param request the id of the request
   * @param at when it was rejected
   */
  public Map<String, AttributeValue> toItem(String request, Instant at) {
    return new ItemBuilder(Values.key(Keys.facts(request), Keys.rejectedFact(index)))
        .number(INDEX, index)
        .text(CODE, code)
        .textUnlessEmpty(FIELD, field)
        .text(REASON, reason)
        .number(Table.EXPIRES_AT, at.plus(FactRequestItem.LIFETIME).getEpochSecond())
        .build();
  }
}
