package inventory.reporting.dynamodb;

import inventory.model.table.ItemUpdate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The attributes that a request reads, by placeholders, as some names are reserved words.
 *
 * @param expression the projection expression
 * @param names the attributes by their placeholders
 */
record Projection(String expression, Map<String, String> names) {

  static Projection of(List<String> attributes) {
    String expression = attributes.stream().map(n -> "#" + n).collect(Collectors.joining(", "));
    return new Projection(expression, ItemUpdate.names(expression));
  }
}
