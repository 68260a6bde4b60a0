package inventory.ingest.projection.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CheckpointItem;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.counter.dynamodb.TableStream;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function with events as the managed runtime delivers them. */
class ProjectionFunctionIT {

  private static final String EVENT =
      """
      {"Records": [
        {"eventID": "1", "eventName": "INSERT", "eventVersion": "1.1",
         "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1",
         "dynamodb": {
           "ApproximateCreationDateTime": 1763632800,
           "Keys": {"pk": {"S": "WAREHOUSE#W"}, "sk": {"S": "LEVEL#tea"}},
           "NewImage": {
             "pk": {"S": "WAREHOUSE#W"}, "sk": {"S": "LEVEL#tea"},
             "warehouse": {"S": "W"}, "itemId": {"S": "tea"}, "itemName": {"S": "Tea"},
             "stockLevel": {"N": "12345678901234567890"},
             "latest": {"S": "2026-11-20T10:00:00.000000000Z#s"},
             "updatedAt": {"S": "2026-11-20T10:00:01Z"},
             "~s": {"M": {"sk": {"S": "x"}, "fileId": {"S": "f"}, "rows": {"B": "AQID"}}}},
           "SequenceNumber": "400000000000000499660",
           "SizeBytes": 26, "StreamViewType": "NEW_AND_OLD_IMAGES"}}],
       "window": {"start": "2026-11-20T10:00:00Z", "end": "2026-11-20T10:01:00Z"},
       "state": {}, "shardId": "shardId-1", "eventSourceARN": "arn:aws:dynamodb:stream",
       "isFinalInvokeForWindow": false, "isWindowTerminatedEarly": false}
      """;

  private final PojoSerializer<DynamodbTimeWindowEvent> events =
      LambdaEventSerializers.serializerFor(
          DynamodbTimeWindowEvent.class, getClass().getClassLoader());

  @Test
  void countsAnEventOnceThoughItIsDeliveredTwice() {
    try (Resources resources = EmbeddedAws.newResources()) {
      var function = new ProjectionFunction(resources.dynamoDb(), resources.table());

      assertThat(function.handleRequest(event(EVENT), null).getBatchItemFailures()).isEmpty();
      assertThat(function.handleRequest(event(EVENT), null).getBatchItemFailures()).isEmpty();

      CounterItem counted =
          CounterItem.of(
              resources
                  .dynamoDb()
                  .getItem(
                      get ->
                          get.tableName(resources.table())
                              .key(CounterItem.key(new Counter.OfWarehouse("W"))))
                  .item());
      assertThat(counted.units()).isEqualTo(new BigInteger("12345678901234567890"));
      assertThat(counted.count(CounterItem.ITEMS)).isEqualTo(1);
      assertThat(counted.lastFileAt()).hasToString("Optional[2026-11-20T10:00:01Z]");
    }
  }

  @Test
  void anEventWithoutAShardIsOfTheOnlyOne() {
    try (Resources resources = EmbeddedAws.newResources();
        TableStream stream = new TableStream(resources.dynamoDb(), resources.table())) {
      var function = new ProjectionFunction(resources.dynamoDb(), resources.table());
      String nameless =
          EVENT
              .replace("\"shardId\": \"shardId-1\",", "")
              .replace(
                  "\"eventSource\":",
                  "\"eventSourceARN\": \"" + stream.arn() + "\", \"eventSource\":");

      assertThat(function.handleRequest(event(nameless), null).getBatchItemFailures()).isEmpty();

      String only = stream.shards().get(0).shardId();
      Map<String, AttributeValue> checkpoint =
          resources
              .dynamoDb()
              .getItem(get -> get.tableName(resources.table()).key(CheckpointItem.key(only)))
              .item();
      assertThat(CheckpointItem.sequenceOf(checkpoint)).isEqualTo("400000000000000499660");
    }
  }

  @Test
  void theLastEventOfAWindowMayHaveNoRecords() {
    try (Resources resources = EmbeddedAws.newResources()) {
      var function = new ProjectionFunction(resources.dynamoDb(), resources.table());
      String last = "{\"window\": {}, \"shardId\": \"s\", \"isFinalInvokeForWindow\": true}";

      assertThat(function.handleRequest(event(last), null).getBatchItemFailures()).isEmpty();
    }
  }

  @Test
  void asksForABatchAgainThatItCannotCount() {
    try (Resources resources = EmbeddedAws.newResources()) {
      var function = new ProjectionFunction(resources.dynamoDb(), "no-such-table");

      TimeWindowEventResponse response = function.handleRequest(event(EVENT), null);

      ByteArrayOutputStream json = new ByteArrayOutputStream();
      LambdaEventSerializers.serializerFor(
              TimeWindowEventResponse.class, getClass().getClassLoader())
          .toJson(response, json);
      assertThat(json.toString(StandardCharsets.UTF_8))
          .contains("\"batchItemFailures\":[{\"itemIdentifier\":\"400000000000000499660\"}]");
    }
  }

  private DynamodbTimeWindowEvent event(String json) {
    return events.fromJson(json);
  }
}
