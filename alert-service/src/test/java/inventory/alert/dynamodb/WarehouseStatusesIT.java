package inventory.alert.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import inventory.alert.domain.Hint;
import inventory.alert.domain.StockStatus;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.table.Batches;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class WarehouseStatusesIT {

  private static Resources resources;
  private static StoredStock table;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    table = new StoredStock(resources);
  }

  @AfterAll
  static void stop() {
    resources.close();
  }

  @Test
  void currentLevelsAndThresholdsAreRead() {
    table.level("Berlin", "now", "Shirt", "12345678901234567890123456789012345678");

    assertThat(read(hint("Berlin", "now")))
        .containsExactly(
            new StockStatus(
                AlertId.of(new StockKey("Berlin", "now")),
                "Shirt",
                new BigInteger("12345678901234567890123456789012345678"),
                10,
                false));
  }

  @Test
  void theWarehousesThresholdComesBeforeTheItemsAndTheItemsBeforeTheDefault() {
    table.level("Berlin", "precedence", "Shirt", "5");
    table.level("Bremen", "precedence", "Shirt", "5");
    assertThat(thresholds("precedence")).containsExactlyInAnyOrder("Berlin 10", "Bremen 10");

    table.threshold("precedence", Optional.of("Berlin"), 0);
    assertThat(thresholds("precedence")).containsExactlyInAnyOrder("Berlin 0", "Bremen 10");

    table.threshold("precedence", Optional.empty(), 25);
    assertThat(thresholds("precedence")).containsExactlyInAnyOrder("Berlin 0", "Bremen 25");
  }

  @Test
  void aHintForAllWarehousesGivesTheSameStatusesAsSingleHints() {
    table.level("Berlin", "every", "Shirt", "5");
    table.level("Bremen", "every", "Shirt", "-7");
    table.threshold("every", Optional.empty(), 25);
    table.threshold("every", Optional.of("Bremen"), 3);
    table.snooze(AlertId.of(new StockKey("Berlin", "every")), Instant.EPOCH);

    List<StockStatus> all = read(new Hint("every", Optional.empty()));

    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(read(hint("Berlin", "every"), hint("Bremen", "every")))
        .hasSize(2);
  }

  @Test
  void aRepeatedHintIsReadOnce() {
    table.level("Berlin", "twice", "Shirt", "5");

    assertThat(
            read(
                hint("Berlin", "twice"),
                new Hint("twice", Optional.empty()),
                hint("Berlin", "twice")))
        .hasSize(1);
  }

  @Test
  void anItemWithoutALevelIsARemovedOne() {
    table.level("Berlin", "known", "Shirt", "5");
    table.threshold("unknown", Optional.empty(), 5);

    assertThat(
            read(
                hint("Bremen", "known"),
                hint("Berlin", "unknown"),
                new Hint("unknown", Optional.empty())))
        .extracting(StockStatus::alert, StockStatus::threshold, StockStatus::removed)
        .containsExactlyInAnyOrder(
            tuple(AlertId.of(new StockKey("Bremen", "known")), 10L, true),
            tuple(AlertId.of(new StockKey("Berlin", "unknown")), 5L, true));
    assertThat(read()).isEmpty();
  }

  @Test
  void anItemOffTheListIsMarkedAndRaisesNoAlert() {
    table.removed("Berlin", "removed", "0");

    StockStatus status = read(hint("Berlin", "removed")).get(0);

    assertThat(status.removed()).isTrue();
    assertThat(status.state()).isEqualTo(StockState.OK);
  }

  @Test
  void theLongestNamesAreFoundWithTheirThresholds() {
    String longest = "\uD83D\uDCE6".repeat(512);
    table.level(longest, longest, longest, "-1");
    table.threshold(longest, Optional.of(longest), 7);
    AlertId alert = AlertId.of(new StockKey(longest, longest));
    StockStatus expected = new StockStatus(alert, longest, BigInteger.valueOf(-1), 7, false);

    assertThat(read(hint(longest, longest))).containsExactly(expected);
    assertThat(read(new Hint(longest, Optional.empty()))).containsExactly(expected);
  }

  @Test
  void unprocessedKeysAreReadAgain() {
    List<Hint> hints = put("many", 120);

    try (DynamoDbClient client = client(new PartialReads(2))) {
      assertThat(statuses(client).read(hints))
          .extracting(status -> status.alert().itemId())
          .containsExactlyInAnyOrderElementsOf(hints.stream().map(Hint::itemId).toList());
    }
  }

  @Test
  void keysThatStayUnprocessedAreAnError() {
    List<Hint> hints = put("some", 4);

    try (DynamoDbClient client = client(new PartialReads(3))) {
      assertThatThrownBy(() -> statuses(client).read(hints))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("reading 12 of 12 items failed in 3 attempts");
    }
  }

  private static List<Hint> put(String warehouse, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              table.level(warehouse, warehouse + i, "Name", "1");
              return hint(warehouse, warehouse + i);
            })
        .toList();
  }

  private static List<String> thresholds(String itemId) {
    return read(hint("Berlin", itemId), hint("Bremen", itemId)).stream()
        .map(one -> one.alert().warehouse().orElseThrow() + " " + one.threshold())
        .toList();
  }

  private static List<StockStatus> read(Hint... hints) {
    return statuses(resources.dynamoDb()).read(List.of(hints));
  }

  private static WarehouseStatuses statuses(DynamoDbClient client) {
    Batches batches = new Batches(client, resources.table(), StoredStock.BACKOFF);
    return new WarehouseStatuses(client, resources.table(), batches, 10);
  }

  private static Hint hint(String warehouse, String itemId) {
    return new Hint(itemId, Optional.of(warehouse));
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
