package inventory.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.http.HttpResponse;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.util.EntityUtils;

/**
 * What standard queues may do to messages: deliver them twice, late, in another order, or again. A
 * message is delayed or delivered again only the first time that it is received, so these faults
 * alone never move it into a dead-letter queue.
 */
final class Messages {

  private static final int OK = 200;
  private static final int MAX_DELAY_SECONDS = 3;

  private final BiConsumer<Fault, String> happened;
  // By queue, how many messages were delivered; by message, that number when it was delayed.
  private final Map<String, Long> delivered = new ConcurrentHashMap<>();
  private final Map<String, Long> delayed = new ConcurrentHashMap<>();

  Messages(BiConsumer<Fault, String> happened) {
    this.happened = happened;
  }

  /**
   * Receives messages of a standard queue.
   *
   * @param random decides about them
   */
  HttpResponse receive(Call call, Map<Fault, Double> rates, SplittableRandom random)
      throws IOException {
    HttpResponse answer = call.forward();
    if (answer.getStatusLine().getStatusCode() != OK) {
      return answer;
    }
    JsonNode received = Call.JSON.readTree(EntityUtils.toByteArray(answer.getEntity()));
    ArrayNode passed = Call.JSON.createArrayNode();
    for (JsonNode message : received.path("Messages")) {
      if (isPassed(call, message, rates, random)) {
        passed.add(message);
      }
    }
    ObjectNode body = Call.JSON.createObjectNode();
    if (!passed.isEmpty()) {
      body.set("Messages", passed);
    }
    answer.setEntity(new ByteArrayEntity(Call.JSON.writeValueAsBytes(body)));
    return answer;
  }

  private boolean isPassed(
      Call call, JsonNode message, Map<Fault, Double> rates, SplittableRandom random)
      throws IOException {
    boolean isFirst = message.path("Attributes").path("ApproximateReceiveCount").asInt() == 1;
    int seconds = random.nextInt(MAX_DELAY_SECONDS + 1);
    String queue = call.parsed().path("QueueUrl").asText();
    if (isFirst && happens(Fault.DELAYED, rates, queue, random)) {
      // Sent again before it is deleted, so no message is lost.
      JsonNode sent = send(call, message, 1 + seconds);
      delayed.put(sent.path("MessageId").asText(), delivered.getOrDefault(queue, 0L));
      done(call.another("DeleteMessage", handle(call, message)));
      return false;
    }
    if (happens(Fault.DUPLICATED, rates, queue, random)) {
      send(call, message, seconds);
    } else if (isFirst && happens(Fault.REDELIVERED, rates, queue, random)) {
      ObjectNode shown = handle(call, message).put("VisibilityTimeout", seconds);
      done(call.another("ChangeMessageVisibility", shown));
    }
    long order = delivered.merge(queue, 1L, Long::sum);
    Long delayedAt = delayed.remove(message.path("MessageId").asText());
    if (delayedAt != null && delayedAt + 1 < order) {
      happened.accept(Fault.REORDERED, queue);
    }
    return true;
  }

  private boolean happens(
      Fault fault, Map<Fault, Double> rates, String queue, SplittableRandom random) {
    boolean happens = random.nextDouble() < rates.get(fault);
    if (happens) {
      happened.accept(fault, queue);
    }
    return happens;
  }

  private static JsonNode send(Call call, JsonNode message, int seconds) throws IOException {
    ObjectNode copy = Call.JSON.createObjectNode().put("DelaySeconds", seconds);
    copy.set("QueueUrl", call.parsed().path("QueueUrl"));
    copy.set("MessageBody", message.path("Body"));
    if (message.has("MessageAttributes")) {
      copy.set("MessageAttributes", message.path("MessageAttributes"));
    }
    return done(call.another("SendMessage", copy));
  }

  private static ObjectNode handle(Call call, JsonNode message) throws IOException {
    ObjectNode handle = Call.JSON.createObjectNode();
    handle.set("QueueUrl", call.parsed().path("QueueUrl"));
    handle.set("ReceiptHandle", message.path("ReceiptHandle"));
    return handle;
  }

  private static JsonNode done(Call call) throws IOException {
    HttpResponse answer = call.forward();
    byte[] body = EntityUtils.toByteArray(answer.getEntity());
    if (answer.getStatusLine().getStatusCode() != OK) {
      throw new IOException(call.operation() + " is answered with " + answer.getStatusLine());
    }
    return Call.JSON.readTree(body);
  }
}
