package inventory.threshold.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.table.ThresholdItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.threshold.domain.Thresholds;
import inventory.threshold.domain.ThresholdsContract;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.Threshold.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class DynamoDbThresholdsIT extends ThresholdsContract {

  private final Resources resources = EmbeddedAws.newResources();
  private final ExecutorService writers = Executors.newFixedThreadPool(4);
  private final DynamoDbThresholds thresholds =
      new DynamoDbThresholds(resources.dynamoDb(), resources.table(), writers);

  @AfterEach
  void close() {
    writers.shutdown();
    resources.close();
  }

  @Override
  protected Thresholds thresholds() {
    return thresholds;
  }

  @Override
  protected OptionalLong thresholdOf(Target target) {
    Map<String, AttributeValue> item = item(target);
    return ThresholdItem.isOne(item)
        ? OptionalLong.of(ThresholdItem.of(item).rule().orElseThrow().restockIfBelow())
        : OptionalLong.empty();
  }

  private Map<String, AttributeValue> item(Target target) {
    Map<String, AttributeValue> key =
        ThresholdItem.key(new AlertId(target.itemId(), target.warehouse()));
    return resources
        .dynamoDb()
        .getItem(r -> r.tableName(resources.table()).consistentRead(true).key(key))
        .item();
  }

  @Test
  void aThresholdIsStoredAsTheTablesDesignSays() {
    Target target = new Target("a", Optional.of("Berlin"));
    thresholds.set(
        List.of(
            new Threshold(
                target, Optional.of(new RestockRule(12, Optional.of(30L), Optional.of(6L))))),
        day(20, 1));

    assertThat(item(target))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("pk", AttributeValue.fromS("ITEM#a")),
                Map.entry("sk", AttributeValue.fromS("THRESHOLD#Berlin")),
                Map.entry("gsi1pk", AttributeValue.fromS("THRESHOLDS")),
                Map.entry("gsi1sk", AttributeValue.fromS("a")),
                Map.entry("itemId", AttributeValue.fromS("a")),
                Map.entry("warehouse", AttributeValue.fromS("Berlin")),
                Map.entry("restockIfBelow", AttributeValue.fromN("12")),
                Map.entry("orderUpTo", AttributeValue.fromN("30")),
                Map.entry("packSize", AttributeValue.fromN("6")),
                Map.entry(
                    "setAt",
                    AttributeValue.fromS("2026-11-20#2026-11-20T01:00:00.000000000Z#f20-1")),
                Map.entry("fileId", AttributeValue.fromS("f20-1"))));
  }

  @Test
  void aFailureOfTheStoreIsAFailureOfAllOfThem() {
    DynamoDbThresholds elsewhere =
        new DynamoDbThresholds(resources.dynamoDb(), "no-such-table", writers);

    assertThatThrownBy(
            () ->
                elsewhere.set(
                    List.of(new Threshold(new Target("a", Optional.empty()), 1)), day(20, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("thresholds could not be written")
        .hasCauseInstanceOf(ResourceNotFoundException.class);
  }
}
