package inventory.stack.aws;

import inventory.model.table.Table;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates the single table. */
final class TableProvisioner {

  private final DynamoDbClient dynamoDb;

  TableProvisioner(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Returns when the table can be used. */
  void provision(String name) {
    if (!exists(name)) {
      dynamoDb.createTable(definition(name));
    }
    dynamoDb.waiter().waitUntilTableExists(r -> r.tableName(name));
    letRecordsExpire(name);
  }

  /** Checks first: DynamoDB refuses to enable what is enabled. */
  private void letRecordsExpire(String name) {
    TimeToLiveStatus status =
        dynamoDb
            .describeTimeToLive(r -> r.tableName(name))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (status == TimeToLiveStatus.DISABLED) {
      dynamoDb.updateTimeToLive(
          r ->
              r.tableName(name)
                  .timeToLiveSpecification(t -> t.enabled(true).attributeName(Table.EXPIRES_AT)));
    }
  }

  private boolean exists(String name) {
    try {
      dynamoDb.describeTable(r -> r.tableName(name));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  private static CreateTableRequest definition(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            Stream.of(
                    Table.PK,
                    Table.SK,
                    Table.INDEX_PK,
                    Table.INDEX_SK,
                    Table.ITEM_INDEX_PK,
                    Table.ITEM_INDEX_SK)
                .map(TableProvisioner::string)
                .toList())
        .keySchema(keys(Table.PK, Table.SK))
        .streamSpecification(
            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
        .globalSecondaryIndexes(
            index(Table.INDEX, Table.INDEX_PK, Table.INDEX_SK, ProjectionType.ALL),
            index(
                Table.ITEM_INDEX,
                Table.ITEM_INDEX_PK,
                Table.ITEM_INDEX_SK,
                ProjectionType.KEYS_ONLY))
        .build();
  }

  private static GlobalSecondaryIndex index(
      String name, String partition, String sort, ProjectionType projected) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(partition, sort))
        .projection(p -> p.projectionType(projected))
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }
}
