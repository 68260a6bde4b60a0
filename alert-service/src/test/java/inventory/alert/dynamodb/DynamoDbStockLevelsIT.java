package inventory.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.Levels;
import inventory.alert.domain.StockLevel;
import inventory.local.EmbeddedAws;
import inventory.local.Resources;
import inventory.model.StockKey;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbStockLevelsIT {

  private static Resources resources;
  private static Levels table;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    table = new Levels(resources);
  }

  @AfterAll
  static void stop() {
    resources.close();
  }

  @Test
  void aLevelIsReadAsItIsNow() {
    table.put("Berlin", "a", "Shirt", "12345678901234567890123456789012345678");

    assertThat(read(resources.dynamoDb(), 1, Stream.of(new StockKey("Berlin", "a"))))
        .containsExactly(
            new StockLevel(
                new StockKey("Berlin", "a"),
                "Shirt",
                new BigInteger("12345678901234567890123456789012345678")));
  }

  @Test
  void keysWithoutALevelAreLeftOut() {
    table.put("Berlin", "b", "Shirt", "1");

    List<StockLevel> levels =
        read(
            resources.dynamoDb(),
            1,
            Stream.of(
                new StockKey("Bremen", "b"),
                new StockKey("Berlin", "b"),
                new StockKey("Berlin", "unknown")));

    assertThat(levels).extracting(StockLevel::key).containsExactly(new StockKey("Berlin", "b"));
  }

  @Test
  void aKeyThatIsNamedTwiceInABatchIsReadOnce() {
    table.put("Berlin", "c", "Shirt", "1");
    StockKey key = new StockKey("Berlin", "c");

    assertThat(read(resources.dynamoDb(), 1, Stream.of(key, key))).hasSize(1);
  }

  @Test
  void namesTooLongForAKeyAreFound() {
    String longest = "\uD83D\uDCE6".repeat(512);
    table.put(longest, longest, "Shirt", "-1");

    assertThat(read(resources.dynamoDb(), 1, Stream.of(new StockKey(longest, longest))))
        .extracting(StockLevel::units)
        .containsExactly(BigInteger.valueOf(-1));
  }

  @Test
  void whatDynamoDbLeavesUnprocessedIsReadAgain() {
    List<StockKey> keys = put("many", 250);

    try (DynamoDbClient client = client(new PartialReads(2))) {
      assertThat(read(client, 3, keys.stream()))
          .extracting(StockLevel::key)
          .containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void whatStaysUnprocessedIsAnError() {
    List<StockKey> keys = put("some", 10);

    try (DynamoDbClient client = client(new PartialReads(3))) {
      assertThatThrownBy(() -> read(client, 3, keys.stream()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("DynamoDB did not return 10 of 10 levels in 3 attempts");
    }
  }

  private static List<StockKey> put(String warehouse, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> table.put(warehouse, "item" + i, "Name", "1").key())
        .toList();
  }

  private static List<StockLevel> read(
      DynamoDbClient client, int maxAttempts, Stream<StockKey> keys) {
    List<StockLevel> levels = new ArrayList<>();
    Backoff backoff = new Backoff(maxAttempts, Duration.ofMillis(1), Duration.ofMillis(2));
    new DynamoDbStockLevels(client, resources.table(), backoff).read(keys, levels::add);
    return levels;
  }

  private static DynamoDbClient client(ExecutionInterceptor interceptor) {
    Map<String, String> aws = resources.environment();
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(aws.get("AWS_ENDPOINT_URL_DYNAMODB")))
        .region(Region.of(aws.get("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    aws.get("AWS_ACCESS_KEY_ID"), aws.get("AWS_SECRET_ACCESS_KEY"))))
        .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor))
        .build();
  }
}
