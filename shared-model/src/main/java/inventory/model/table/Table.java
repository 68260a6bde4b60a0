package inventory.model.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Key schema of the single table; {@code docs/table-design.md} explains it. */
public final class Table {

  /** The table's name, unless {@code INVENTORY_TABLE} says otherwise. */
  public static final String NAME = "inventory";

  /** Partition key, a string. */
  public static final String PK = "pk";

  /** Sort key, a string. */
  public static final String SK = "sk";

  /** The global secondary index of lists; projects all attributes. */
  public static final String INDEX = "gsi1";

  /** The index's partition key, a string. */
  public static final String INDEX_PK = "gsi1pk";

  /** The index's sort key, a string. */
  public static final String INDEX_SK = "gsi1sk";

  /** The global secondary index of the levels by item; projects the keys only. */
  public static final String ITEM_INDEX = "gsi2";

  /** The partition key of the index by item, a string. */
  public static final String ITEM_INDEX_PK = "gsi2pk";

  /** The sort key of the index by item, a string. */
  public static final String ITEM_INDEX_SK = "gsi2sk";

  /** When a temporary record is deleted, in seconds since 1970; the table's time to live. */
  public static final String EXPIRES_AT = "expiresAt";

  private Table() {}

  /** All records of a partition, strongly consistent. */
  public static QueryRequest partition(String table, String pk) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression(PK + " = :pk")
        .expressionAttributeValues(Map.of(":pk", Values.text(pk)))
        .build();
  }
}
