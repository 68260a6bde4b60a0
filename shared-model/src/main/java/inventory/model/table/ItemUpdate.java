package inventory.model.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Builds the update of an item. In every expression {@code #name} stands for the attribute of that
 * name, as many names are reserved words. An attribute whose name has other characters than
 * letters, digits and underscores is in the expressions under a number.
 */
public final class ItemUpdate {

  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  private static final Pattern PLAIN = Pattern.compile("\\w+");

  private final Map<String, AttributeValue> values = new HashMap<>();
  private final Map<String, String> numbered = new HashMap<>();
  private final List<String> set = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /** Sets an attribute to a value. */
  public ItemUpdate set(String attribute, AttributeValue value) {
    String name = name(attribute);
    return set(name, ":" + name, value);
  }

  /**
   * Sets an attribute to the result of an expression.
   *
   * @param operand in DynamoDB's syntax, with {@code :<attribute>} for the value
   */
  public ItemUpdate set(String attribute, String operand, AttributeValue value) {
    set.add("#" + attribute + " = " + operand);
    values.put(":" + attribute, value);
    return this;
  }

  /** Sets an attribute to the value that another one has before the update. */
  public ItemUpdate copy(String attribute, String from) {
    set.add("#" + attribute + " = #" + from);
    return this;
  }

  /** Sets all attributes of a map. */
  public ItemUpdate setAll(Map<String, AttributeValue> attributes) {
    attributes.forEach(this::set);
    return this;
  }

  /** Removes an attribute, if it exists. */
  public ItemUpdate remove(String attribute) {
    removed.add("#" + name(attribute));
    return this;
  }

  private String name(String attribute) {
    if (PLAIN.matcher(attribute).matches()) {
      return attribute;
    }
    String name = "attribute" + numbered.size();
    numbered.put("#" + name, attribute);
    return name;
  }

  /** Adds to a number, or adds elements to a set; begins with 0, or an empty set. */
  public ItemUpdate add(String attribute, AttributeValue value) {
    added.add("#" + attribute + " :" + attribute);
    values.put(":" + attribute, value);
    return this;
  }

  /** Deletes elements of a set. */
  public ItemUpdate delete(String attribute, AttributeValue elements) {
    deleted.add("#" + attribute + " :" + attribute);
    values.put(":" + attribute, elements);
    return this;
  }

  /**
   * Makes the update depend on a condition; all conditions must hold.
   *
   * @param condition in DynamoDB's syntax
   * @param operands the values that it names, other than those of attributes
   */
  public ItemUpdate onlyIf(String condition, Map<String, AttributeValue> operands) {
    conditions.add("(" + condition + ")");
    values.putAll(operands);
    return this;
  }

  /** Makes the update depend on an unchanged attribute; null if it was absent when it was read. */
  public ItemUpdate onlyIfStill(String attribute, AttributeValue known) {
    String operand = ":known_" + attribute;
    return known == null
        ? onlyIf("attribute_not_exists(#" + attribute + ")", Map.of())
        : onlyIf("#" + attribute + " = " + operand, Map.of(operand, known));
  }

  /** The update as an action of a transaction; a failed condition returns the item. */
  public Update of(String table, Map<String, AttributeValue> key) {
    return Update.builder()
        .tableName(table)
        .key(key)
        .updateExpression(expression())
        .conditionExpression(condition())
        .expressionAttributeNames(names())
        .expressionAttributeValues(values.isEmpty() ? null : values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /** The update as a request of its own; a failed condition returns the item. */
  public UpdateItemRequest.Builder request(String table, Map<String, AttributeValue> key) {
    Update update = of(table, key);
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key)
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(update.expressionAttributeNames())
        .expressionAttributeValues(values.isEmpty() ? null : values)
        .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure());
  }

  private Map<String, String> names() {
    Map<String, String> names = names(expression(), String.join(" ", conditions));
    names.putAll(numbered);
    return names;
  }

  private String condition() {
    return conditions.isEmpty() ? null : String.join(" AND ", conditions);
  }

  private String expression() {
    return Stream.of(
            clause("SET", set),
            clause("REMOVE", removed),
            clause("ADD", added),
            clause("DELETE", deleted))
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String clause(String verb, List<String> parts) {
    return parts.isEmpty() ? "" : verb + " " + String.join(", ", parts);
  }

  /** The attribute names that some expressions use, each as {@code #name}. */
  public static Map<String, String> names(String... expressions) {
    return NAME.matcher(String.join(" ", expressions))
        .results()
        .map(MatchResult::group)
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
  }
}
