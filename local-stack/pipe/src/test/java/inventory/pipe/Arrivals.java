package inventory.pipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What arrives in a queue, in the order of its arrival; repeats are left out. */
final class Arrivals {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String url;
  private final Map<String, Message> messages = new LinkedHashMap<>();

  Arrivals(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /** Takes messages until so many different records have arrived, in all. */
  Arrivals await(int count) {
    Awaitility.await(count + " records")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> take() >= count);
    return this;
  }

  private int take() {
    List<Message> taken;
    do {
      taken =
          sqs.receiveMessage(
                  r ->
                      r.queueUrl(url)
                          .maxNumberOfMessages(BATCH)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      taken.forEach(message -> messages.putIfAbsent(id(message), message));
      delete(taken);
    } while (!taken.isEmpty());
    return messages.size();
  }

  private void delete(List<Message> taken) {
    if (!taken.isEmpty()) {
      sqs.deleteMessageBatch(
          r ->
              r.queueUrl(url)
                  .entries(
                      taken.stream()
                          .map(
                              message ->
                                  DeleteMessageBatchRequestEntry.builder()
                                      .id(message.messageId())
                                      .receiptHandle(message.receiptHandle())
                                      .build())
                          .toList()));
    }
  }

  /** The shards that the records came from. */
  Set<String> shards() {
    return messages.values().stream()
        .map(message -> json(message.body()).get("eventID").textValue().split(":", -1)[0])
        .collect(Collectors.toSet());
  }

  private static String id(Message message) {
    JsonNode body = json(message.body());
    return body.has("eventID") ? body.get("eventID").textValue() : message.messageId();
  }

  /** What the producer put as {@code count} numbers of each key, if all is in order. */
  static Map<String, List<String>> numbered(List<String> keys, int count) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<String> numbers = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    keys.forEach(key -> all.put(key, numbers));
    return all;
  }

  /** The texts of each key, in the order of their arrival. */
  Map<String, List<String>> textsByKey() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Message message : messages.values()) {
      JsonNode body = json(message.body());
      String text =
          new String(
              Base64.getDecoder().decode(body.get("data").textValue()), StandardCharsets.UTF_8);
      texts.computeIfAbsent(body.get("partitionKey").textValue(), k -> new ArrayList<>()).add(text);
    }
    return texts;
  }

  List<Message> messages() {
    return List.copyOf(messages.values());
  }

  static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
