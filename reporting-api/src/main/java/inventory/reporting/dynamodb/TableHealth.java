package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks whether the table can be read, with the same right that every report needs. */
public class TableHealth extends AbstractHealthIndicator<Map<String, String>> {

  private static final String NAME = "table";

  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * Checks the table with this name.
   *
   * @param executor runs the check, which blocks
   */
  public TableHealth(DynamoDbClient dynamo, String table, ExecutorService executor) {
    this.dynamo = dynamo;
    this.table = table;
    this.executorService = executor;
  }

  /** Reads one item, which need not exist. An exception means that the table is down. */
  @Override
  protected Map<String, String> getHealthInformation() {
    Map<String, AttributeValue> key =
        Map.of(Table.PK, fromS(Keys.WAREHOUSES), Table.SK, fromS(Keys.ONLY));
    dynamo.getItem(request -> request.tableName(table).key(key));
    healthStatus = HealthStatus.UP;
    return Map.of("name", table);
  }

  @Override
  protected String getName() {
    return NAME;
  }
}
