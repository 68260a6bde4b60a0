package inventory.validation.dynamodb;

import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.WarehouseItem;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.Warehouses;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The warehouses in the table; ingest-service writes each before its first level. */
public final class DynamoDbWarehouses implements Warehouses {

  private final DynamoDbClient client;
  private final String table;

  /** Stores them in a table. */
  public DynamoDbWarehouses(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Map<String, FirstSighting> firstSightings() {
    Map<String, FirstSighting> sightings = new HashMap<>();
    for (WarehouseItem item : items()) {
      item.firstSeen()
          .ifPresent(
              line ->
                  sightings.put(
                      item.name().orElseThrow(), new FirstSighting(line.fileId(), line.line())));
    }
    return sightings;
  }

  @Override
  public void recordFirstSighting(String warehouse, FirstSighting sighting) {
    WarehouseItem.Line line = new WarehouseItem.Line(sighting.fileId(), sighting.line());
    update(warehouse, WarehouseItem.seen(warehouse, line));
  }

  @Override
  public void recordReport(Set<String> warehouses, LocalDate day) {
    warehouses.forEach(warehouse -> update(warehouse, WarehouseItem.reported(day)));
  }

  @Override
  public List<String> names() {
    return items().stream().map(item -> item.name().orElseThrow()).toList();
  }

  @Override
  public List<RunFacts.Warehouse> all() {
    return items().stream()
        .map(item -> new RunFacts.Warehouse(item.name().orElseThrow(), item.reportedOn()))
        .toList();
  }

  @Override
  public void deleteReportsBefore(LocalDate day) {
    for (RunFacts.Warehouse warehouse : all()) {
      List<LocalDate> old =
          warehouse.reportedOn().stream().filter(reported -> reported.isBefore(day)).toList();
      if (!old.isEmpty()) {
        update(warehouse.name(), WarehouseItem.forget(old));
      }
    }
  }

  private void update(String warehouse, ItemUpdate update) {
    client.updateItem(update.request(table, WarehouseItem.key(warehouse)).build());
  }

  private List<WarehouseItem> items() {
    return client.queryPaginator(Table.partition(table, Keys.WAREHOUSES)).items().stream()
        .map(WarehouseItem::of)
        .filter(item -> item.name().isPresent())
        .toList();
  }
}
