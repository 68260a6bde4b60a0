package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StockTableTest {

  private static Stack stack;

  @BeforeAll
  static void run() {
    stack = Stack.usual();
  }

  @Test
  void theTableHasTheKeysOfTheSharedModel() {
    assertThat(table())
        .containsEntry("billingMode", "PAY_PER_REQUEST")
        .containsEntry("hashKey", Table.PK)
        .containsEntry("rangeKey", Table.SK)
        .containsEntry(
            "attributes",
            Stream.of(Table.PK, Table.SK, Table.INDEX_PK, Table.INDEX_SK)
                .map(name -> Map.of("name", name, "type", "S"))
                .toList())
        .containsEntry(
            "globalSecondaryIndexes",
            List.of(
                Map.of(
                    "name", Table.INDEX,
                    "hashKey", Table.INDEX_PK,
                    "rangeKey", Table.INDEX_SK,
                    "projectionType", "ALL")))
        .containsEntry("ttl", Map.of("enabled", true, "attributeName", Table.EXPIRES_AT))
        .containsEntry("pointInTimeRecovery", Map.of("enabled", true));
  }

  @Test
  void dataIsProtectedUnlessTheSettingsSayOtherwise() {
    Stack unprotected =
        Stack.of(new Settings("purchasing@example.com", "operations@example.com", false));

    assertThat(table()).containsEntry("deletionProtectionEnabled", true);
    assertThat(unprotected.inputs("aws:dynamodb/table:Table").get("inventory"))
        .containsEntry("deletionProtectionEnabled", false);
  }

  private static Map<String, Object> table() {
    return stack.inputs("aws:dynamodb/table:Table").get("inventory");
  }
}
