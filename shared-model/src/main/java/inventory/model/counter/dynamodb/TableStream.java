package inventory.model.counter.dynamodb;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClientBuilder;

/** The stream of a table. */
public final class TableStream implements AutoCloseable {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private DynamoDbStreamsClient streams;

  /**
   * The stream of a table.
   *
   * @param dynamoDb has the endpoint, the region and the credentials
   */
  public TableStream(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The client that reads it. It is made when it is first needed: most processes never do. */
  public synchronized DynamoDbStreamsClient client() {
    if (streams == null) {
      DynamoDbServiceClientConfiguration configuration = dynamoDb.serviceClientConfiguration();
      DynamoDbStreamsClientBuilder builder =
          DynamoDbStreamsClient.builder()
              .region(configuration.region())
              .credentialsProvider(configuration.credentialsProvider());
      configuration.endpointOverride().ifPresent(builder::endpointOverride);
      streams = builder.build();
    }
    return streams;
  }

  /** Its ARN. */
  public String arn() {
    return dynamoDb.describeTable(r -> r.tableName(table)).table().latestStreamArn();
  }

  /** Its shards that still have records, or may get some; parents before their children. */
  public List<Shard> shards() {
    String arn = arn();
    List<Shard> shards = new ArrayList<>();
    String last = null;
    do {
      String after = last;
      StreamDescription page =
          client()
              .describeStream(r -> r.streamArn(arn).exclusiveStartShardId(after))
              .streamDescription();
      shards.addAll(page.shards());
      last = page.lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }

  @Override
  public synchronized void close() {
    if (streams != null) {
      streams.close();
    }
  }
}
