package inventory.validation.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.movement.dynamodb.WarehouseItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.Warehouses;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    for (Map<String, AttributeValue> item : items()) {
      text(item, Table.Warehouse.FIRST_FILE_ID)
          .ifPresent(
              fileId ->
                  sightings.put(
                      item.get(Table.Level.WAREHOUSE).s(),
                      new FirstSighting(
                          fileId,
                          number(item, Table.Warehouse.FIRST_LINE).orElseThrow().intValueExact())));
    }
    return sightings;
  }

  @Override
  public void recordFirstSighting(String warehouse, FirstSighting sighting) {
    update(
        warehouse,
        "SET #name = :name, #file = if_not_exists(#file, :file), #line = if_not_exists(#line, :line)",
        Map.of(
            "#name", Table.Level.WAREHOUSE,
            "#file", Table.Warehouse.FIRST_FILE_ID,
            "#line", Table.Warehouse.FIRST_LINE),
        Map.of(
            ":name", text(warehouse),
            ":file", text(sighting.fileId()),
            ":line", number(sighting.line())));
  }

  @Override
  public void recordReport(Set<String> warehouses, LocalDate day) {
    for (String warehouse : warehouses) {
      changeDays(warehouse, "ADD", List.of(day.toString()));
    }
  }

  @Override
  public List<RunFacts.Warehouse> all() {
    return items().stream()
        .map(item -> new RunFacts.Warehouse(item.get(Table.Level.WAREHOUSE).s(), days(item)))
        .toList();
  }

  @Override
  public void deleteReportsBefore(LocalDate day) {
    for (RunFacts.Warehouse warehouse : all()) {
      List<String> old =
          warehouse.reportedOn().stream()
              .filter(reported -> reported.isBefore(day))
              .map(LocalDate::toString)
              .toList();
      if (!old.isEmpty()) {
        changeDays(warehouse.name(), "DELETE", old);
      }
    }
  }

  private void changeDays(String warehouse, String verb, List<String> days) {
    update(
        warehouse,
        verb + " #days :days",
        Map.of("#days", Table.Warehouse.REPORTED_ON),
        Map.of(":days", AttributeValue.fromSs(days)));
  }

  private void update(
      String warehouse,
      String expression,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    client.updateItem(
        request ->
            request
                .tableName(table)
                .key(WarehouseItems.key(warehouse))
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
  }

  private List<Map<String, AttributeValue>> items() {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#pk = :pk")
                    .expressionAttributeNames(Map.of("#pk", Table.PK))
                    .expressionAttributeValues(Map.of(":pk", text(Keys.WAREHOUSES))))
        .items()
        .stream()
        .filter(item -> item.containsKey(Table.Level.WAREHOUSE))
        .toList();
  }

  private static Set<LocalDate> days(Map<String, AttributeValue> item) {
    AttributeValue days = item.get(Table.Warehouse.REPORTED_ON);
    return days == null
        ? new HashSet<>()
        : days.ss().stream().map(LocalDate::parse).collect(Collectors.toSet());
  }
}
