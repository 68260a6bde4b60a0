package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class MessageFormTest {

  @Test
  void theBodyIsThatOfAPipeWithoutATemplate() {
    SendMessageBatchRequestEntry message =
        Records.FORM.message("shardId-000000000002", Records.of(49, "P1", "hi"));
    assertThat(message.messageBody())
        .isEqualTo(
            "{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"P1\",\"sequenceNumber\":\"49\","
                + "\"data\":\"aGk=\",\"approximateArrivalTimestamp\":1767323045.678,"
                + "\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\","
                + "\"eventID\":\"shardId-000000000002:49\",\"eventName\":\"aws:kinesis:record\","
                + "\"invokeIdentityArn\":\"arn:aws:iam::000000000000:role/inventory-local-pipe\","
                + "\"awsRegion\":\"eu-central-1\",\"eventSourceARN\":"
                + "\"arn:aws:kinesis:eu-central-1:000000000000:stream/events\"}");
    assertThat(message.messageGroupId()).isEqualTo("P1");
    assertThat(message.messageDeduplicationId()).isEqualTo("shardId-000000000002:49");
  }

  @Test
  void theGroupOfAKeyThatSqsRefusesIsItsHash() {
    String hash = "7e5fbeee5ff84dff41a54540bd9368f0466b4dd8d5330b2e732d1e4ff159c8b5";
    assertThat(message("a product").messageGroupId()).isEqualTo(hash);
    assertThat(message("!~".repeat(64)).messageGroupId()).isEqualTo("!~".repeat(64));
    for (String key : new String[] {"x".repeat(129), "\u00e4", "\uD83D\uDE00", "a\nb"}) {
      assertThat(message(key).messageGroupId()).matches("[0-9a-f]{64}");
    }
    assertThat(message("a product").messageBody()).contains("\"partitionKey\":\"a product\"");
  }

  @Test
  void theBodyIsAsciiWhateverTheKeyIs() {
    String body = message("\u00e4\uFFFE\u0001").messageBody();
    assertThat(body).contains("\\u00E4\\uFFFE\\u0001");
    assertThat(body.chars()).allMatch(c -> c >= ' ' && c <= '~');
  }

  private static SendMessageBatchRequestEntry message(String key) {
    return Records.FORM.message("s", Records.of(1, key, ""));
  }
}
