package inventory.e2e;

import inventory.stack.aws.AwsClients;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

/** The table of the local environment, in the terms of the Pulumi program. */
record LocalTable(AwsClients clients, String name) {

  /** The properties that matter to services. */
  Map<String, Object> properties() {
    TableDescription table = clients.dynamoDb().describeTable(r -> r.tableName(name)).table();
    TimeToLiveDescription ttl =
        clients.dynamoDb().describeTimeToLive(r -> r.tableName(name)).timeToLiveDescription();
    Map<String, Object> properties = new TreeMap<>();
    properties.put("name", table.tableName());
    properties.put("billingMode", table.billingModeSummary().billingModeAsString());
    properties.put("hashKey", key(table.keySchema(), KeyType.HASH));
    properties.put("rangeKey", key(table.keySchema(), KeyType.RANGE));
    properties.put(
        "attributes",
        table.attributeDefinitions().stream()
            .map(a -> Map.of("name", a.attributeName(), "type", a.attributeTypeAsString()))
            .toList());
    properties.put(
        "globalSecondaryIndexes",
        table.globalSecondaryIndexes().stream().map(LocalTable::index).toList());
    properties.put("streamEnabled", table.streamSpecification().streamEnabled());
    properties.put("streamViewType", table.streamSpecification().streamViewTypeAsString());
    properties.put(
        "ttl",
        Map.of(
            "enabled",
            ttl.timeToLiveStatusAsString().equals("ENABLED"),
            "attributeName",
            ttl.attributeName()));
    return properties;
  }

  private static Map<String, String> index(GlobalSecondaryIndexDescription index) {
    return Map.of(
        "name", index.indexName(),
        "hashKey", key(index.keySchema(), KeyType.HASH),
        "rangeKey", key(index.keySchema(), KeyType.RANGE),
        "projectionType", index.projection().projectionTypeAsString());
  }

  private static String key(List<KeySchemaElement> schema, KeyType type) {
    return schema.stream()
        .filter(key -> key.keyType() == type)
        .findFirst()
        .orElseThrow()
        .attributeName();
  }
}
