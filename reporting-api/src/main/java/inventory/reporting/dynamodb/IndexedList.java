package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.Table;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Queries one list of the table's index: files of a day, open alerts, runs, thresholds. */
final class IndexedList {

  private static final String LIST = ":list";

  private IndexedList() {}

  /** Reads the list with this key. */
  static QueryRequest.Builder query(String table, String key) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Table.INDEX)
        .keyConditionExpression(condition())
        .expressionAttributeValues(values(key, Map.of()));
  }

  /** The key condition, to which others may be added. */
  static String condition() {
    return Table.INDEX_PK + " = " + LIST;
  }

  /** The value of the key condition and other values. */
  static Map<String, AttributeValue> values(String key, Map<String, AttributeValue> others) {
    Map<String, AttributeValue> values = new HashMap<>(others);
    values.put(LIST, fromS(key));
    return values;
  }
}
