package inventory.ingest.dynamodb;

import inventory.model.StockKey;
import inventory.model.movement.dynamodb.LevelItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Puts together the update of a level, whose parts hang on the movement. */
final class LevelUpdate {

  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> set = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /** Sets an attribute to a value. */
  LevelUpdate set(String attribute, AttributeValue value) {
    return set(attribute, ":" + attribute, value);
  }

  /**
   * Sets an attribute to what an operand gives.
   *
   * @param operand in DynamoDB's syntax, with {@code :<attribute>} for the value
   */
  LevelUpdate set(String attribute, String operand, AttributeValue value) {
    set.add(attribute + " = " + operand);
    values.put(":" + attribute, value);
    return this;
  }

  /** Removes an attribute, if it is there. */
  LevelUpdate remove(String attribute) {
    removed.add(attribute);
    return this;
  }

  /** Adds to a number; to 0 if it is not there. */
  LevelUpdate add(String attribute, AttributeValue number) {
    added.add(attribute + " :" + attribute);
    values.put(":" + attribute, number);
    return this;
  }

  /**
   * Makes the update depend on a condition.
   *
   * @param condition in DynamoDB's syntax
   * @param operands the values that it names, beside those of attributes
   */
  LevelUpdate onlyIf(String condition, Map<String, AttributeValue> operands) {
    conditions.add(condition);
    values.putAll(operands);
    return this;
  }

  /** Makes the update depend on an attribute being as it was read; null if it was not there. */
  LevelUpdate onlyIfStill(String attribute, AttributeValue known) {
    String operand = ":known_" + attribute;
    return known == null
        ? onlyIf("attribute_not_exists(" + attribute + ")", Map.of())
        : onlyIf(attribute + " = " + operand, Map.of(operand, known));
  }

  Update of(String table, StockKey key) {
    return Update.builder()
        .tableName(table)
        .key(LevelItem.key(key))
        .updateExpression(expression())
        .conditionExpression(String.join(" AND ", conditions))
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private String expression() {
    StringBuilder expression = new StringBuilder("SET ").append(String.join(", ", set));
    if (!removed.isEmpty()) {
      expression.append(" REMOVE ").append(String.join(", ", removed));
    }
    return expression.append(" ADD ").append(String.join(", ", added)).toString();
  }
}
