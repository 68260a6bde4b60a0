package inventory.launcher.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StockSeedIT {

  @Test
  void eachWarehouseHasAllItemsAndOfHalfOfThemMoreThanHalf() throws InterruptedException {
    try (Resources aws = EmbeddedAws.newResources()) {
      StockSeed stock = new StockSeed(2, 1_000);
      stock.write(aws.dynamoDb(), aws.table());

      for (int warehouse = 0; warehouse < 2; warehouse++) {
        String pk = Keys.warehouse(StockSeed.warehouse(warehouse));
        List<Map<String, AttributeValue>> levels =
            aws
                .dynamoDb()
                .queryPaginator(
                    r ->
                        r.tableName(aws.table())
                            .indexName(Table.INDEX)
                            .keyConditionExpression("gsi1pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
                .items()
                .stream()
                .toList();
        assertThat(levels).hasSize(1_000);
        assertThat(levels)
            .filteredOn(l -> Integer.parseInt(l.get(Table.Level.STOCK_LEVEL).n()) > StockSeed.HALF)
            .hasSize(500);
      }
    }
  }
}
