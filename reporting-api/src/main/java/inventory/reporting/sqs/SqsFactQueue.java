package inventory.reporting.sqs;

import inventory.model.Backoff;
import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;
import inventory.model.queue.QueueSender;
import inventory.model.resource.Streams;
import inventory.reporting.domain.StoreUnavailableException;
import inventory.reporting.domain.facts.Fact;
import inventory.reporting.domain.facts.FactRecords;
import inventory.reporting.domain.facts.StatedFact;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends facts to the FIFO queue of events, in the form in which the pipe sends records of the
 * stream: one message for each, in the group of its item. Ten messages of at most 12 KB each fit
 * into a batch. If some of a batch fail, later ones may be delivered first: facts count by their
 * times and sequence numbers, not by their arrival.
 */
public final class SqsFactQueue implements FactRecords.Queue {

  private static final int BATCH = 10;
  private static final double MILLIS = 1e3;

  /** All pauses together take less than a second, as a client waits for the answer. */
  private static final Backoff PAUSES =
      new Backoff(6, Duration.ofMillis(10), Duration.ofMillis(200));

  private final QueueSender queue;
  private final JsonMapper json;

  /** Sends to the queue with this name. */
  public SqsFactQueue(SqsClient sqs, String queue, JsonMapper json) {
    this.queue = new QueueSender(sqs, queue, json);
    this.json = json;
  }

  @Override
  public void send(List<StatedFact> facts) {
    for (int from = 0; from < facts.size(); from += BATCH) {
      List<StatedFact> some = facts.subList(from, Math.min(from + BATCH, facts.size()));
      sendBatch(some.stream().map(this::message).toList());
    }
  }

  private void sendBatch(List<SendMessageBatchRequestEntry> messages) {
    List<SendMessageBatchRequestEntry> left = new ArrayList<>(messages);
    for (int failures = 1; ; failures++) {
      List<BatchResultErrorEntry> failed = queue.sendBatch(left);
      if (failed.isEmpty()) {
        return;
      }
      if (PAUSES.isExhausted(failures)) {
        throw new StoreUnavailableException(
            "the queue does not accept facts: " + failed.get(0).message());
      }
      Set<String> ids = failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
      left.removeIf(message -> !ids.contains(message.id()));
      PAUSES.await(failures, "sending facts");
    }
  }

  private SendMessageBatchRequestEntry message(StatedFact fact) {
    String itemId = fact.fact().key().itemId();
    StreamRecord record =
        new StreamRecord(
            fact.recordId(),
            itemId,
            fact.sequenceNumber(),
            fact.request().receivedAt().toEpochMilli() / MILLIS,
            Base64.getEncoder().encodeToString(json(event(fact))));
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(fact.index()))
        .messageGroupId(Streams.messageGroup(itemId))
        .messageDeduplicationId(fact.recordId())
        .messageBody(new String(json(record), StandardCharsets.UTF_8))
        .build();
  }

  /** The event as a web shop would publish it. */
  private static Map<String, Object> event(StatedFact stated) {
    Fact fact = stated.fact();
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("product_id", fact.key().itemId());
    if (!fact.itemName().isEmpty()) {
      product.put("product_name", fact.itemName());
    }
    boolean isCount = fact.kind() == Movement.Kind.COUNT;
    product.put(isCount ? "quantity" : "quantity_change", fact.units());
    product.put("timestamp", fact.time().toString());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event_type", stated.type().wireName());
    event.put("event_id", stated.eventId());
    event.put("warehouse", fact.key().warehouse());
    event.put("product", product);
    return event;
  }

  private byte[] json(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException("texts and numbers can always be written", e);
    }
  }
}
