package inventory.reporting.dynamodb;

import inventory.model.freshness.Freshness;
import inventory.model.freshness.dynamodb.FreshnessItem;
import inventory.reporting.domain.overview.FreshnessReports;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the freshness of warehouses, strongly consistent: one read unit each. */
public final class DynamoDbFreshness implements FreshnessReports {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads the table with this name. */
  public DynamoDbFreshness(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<String, Freshness> of(Collection<String> warehouses) {
    return new BatchRead(dynamo, table)
        .read(warehouses.stream().distinct().map(FreshnessItem::key).toList(), List.of()).stream()
            .map(FreshnessItem::of)
            .collect(
                Collectors.toUnmodifiableMap(FreshnessItem::warehouse, FreshnessItem::freshness));
  }
}
