package inventory.pipe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageFormTest {

  private final MessageForm form = new MessageForm(Records.STREAM);

  @Test
  void theBodyIsWhatAPipeWithoutATemplateSends() {
    Message message = form.of(Records.of("shardId-000000000002", 49, "P1", "hi"));
    assertThat(message.body())
        .isEqualTo(
            "{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"P1\",\"sequenceNumber\":\"49\","
                + "\"data\":\"aGk=\",\"approximateArrivalTimestamp\":1767323045.678,"
                + "\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\","
                + "\"eventID\":\"shardId-000000000002:49\",\"eventName\":\"aws:kinesis:record\","
                + "\"invokeIdentityArn\":\"arn:aws:iam::000000000000:role/inventory-local-pipe\","
                + "\"awsRegion\":\"eu-central-1\",\"eventSourceARN\":"
                + "\"arn:aws:kinesis:eu-central-1:000000000000:stream/events\"}");
    assertThat(message.groupId()).isEqualTo("P1");
    assertThat(message.deduplicationId()).isEqualTo("shardId-000000000002:49");
  }

  @Test
  void aKeyThatIsNoGroupIdHasItsHashForOneAndStaysAsItIsInTheBody() {
    String hash = "7e5fbeee5ff84dff41a54540bd9368f0466b4dd8d5330b2e732d1e4ff159c8b5";
    assertThat(group("a product")).isEqualTo(hash);
    assertThat(group("!~".repeat(64))).isEqualTo("!~".repeat(64));
    for (String key : new String[] {"x".repeat(129), "\u00e4", "\uD83D\uDE00", "a\nb"}) {
      assertThat(group(key)).matches("[0-9a-f]{64}");
    }
    assertThat(form.of(Records.of("s", 1, "a product", "")).body())
        .contains("\"partitionKey\":\"a product\"");
  }

  @Test
  void theBodyIsAsciiWhateverTheKeyIs() {
    String body = form.of(Records.of("s", 1, "\u00e4\uFFFE\u0001", "")).body();
    assertThat(body).contains("\\u00E4\\uFFFE\\u0001");
    assertThat(body.chars()).allMatch(c -> c >= ' ' && c <= '~');
  }

  @Test
  void textsAreWrittenWithTheirQuotes() {
    assertThat(MessageForm.json(Map.of("a", "b\"c"))).isEqualTo("{\"a\":\"b\\\"c\"}");
  }

  private String group(String key) {
    return form.of(Records.of("s", 1, key, "")).groupId();
  }
}
