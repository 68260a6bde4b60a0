package inventory.ingest.sqs;

import inventory.ingest.domain.EventIngestion;
import inventory.ingest.domain.EventReject;
import inventory.ingest.domain.ReceivedEvent;
import inventory.model.event.BadFieldException;
import inventory.model.event.EventReader;
import inventory.model.function.BatchListener;
import inventory.model.message.StreamRecord;
import inventory.model.queue.FailureRecords;
import inventory.model.queue.Outages;
import inventory.model.queue.SqsQueue;
import inventory.model.queue.VisibilityExtender.Hidden;
import inventory.model.resource.Queues;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Processes a batch of messages as a whole. If that fails, processes each message group separately,
 * so one bad group does not block the others.
 */
@Singleton
final class EventBatch implements BatchListener {

  private static final Logger LOG = LoggerFactory.getLogger(EventBatch.class);

  private final SqsQueue queue;
  private final EventReader reader;
  private final EventIngestion ingestion;
  private final Outages outages;
  private final FailureRecords failures;
  private final ObjectMapper json;

  EventBatch(
      SqsQueue queue,
      EventReader reader,
      EventIngestion ingestion,
      Outages outages,
      FailureRecords failures,
      ObjectMapper json) {
    this.queue = queue;
    this.reader = reader;
    this.ingestion = ingestion;
    this.outages = outages;
    this.failures = failures;
    this.json = json;
  }

  /** Processes messages; deletes those whose effect is durable. The others are redelivered. */
  void handle(List<Message> messages) {
    Hidden hidden = queue.hide(messages);
    try {
      queue.delete(process(messages));
    } finally {
      hidden.close();
    }
  }

  @Override
  public String queue() {
    return queue.name();
  }

  @Override
  public List<Message> process(List<Message> messages) {
    try {
      outages.retry(() -> ingest(messages));
      return messages;
    } catch (RuntimeException | Error e) {
      if (Outages.isOutage(e)) {
        // It concerns every group.
        throw e;
      }
      // The failing message is found and logged below.
      LOG.debug("A batch failed", e);
      List<Message> done = new ArrayList<>();
      groups(messages).forEach(group -> done.addAll(processedOfGroup(group)));
      return done;
    }
  }

  private List<Message> processedOfGroup(List<Message> messages) {
    List<Message> done = new ArrayList<>();
    for (Message message : messages) {
      try {
        outages.retry(() -> ingest(List.of(message)));
        done.add(message);
      } catch (RuntimeException | Error e) {
        LOG.error("Message {} of {} failed", message.messageId(), queue.name(), e);
        int receives = SqsQueue.receives(message);
        failures.record(queue.name(), message.messageId(), receives, e);
        // Later messages of its group wait for it, to keep the order. They were received as often
        // as it was: after its last receive they would follow it into the dead-letter queue.
        if (receives < Queues.MAX_RECEIVE_COUNT) {
          break;
        }
      }
    }
    return done;
  }

  private void ingest(List<Message> messages) {
    List<ReceivedEvent> events = new ArrayList<>();
    List<EventReject> rejects = new ArrayList<>();
    for (Message message : messages) {
      StreamRecord record = record(message);
      try {
        events.add(new ReceivedEvent(record, reader.read(record)));
      } catch (BadFieldException e) {
        rejects.add(new EventReject(record, e.code(), e.field(), e.getMessage()));
      }
    }
    ingestion.ingest(events);
    if (!rejects.isEmpty()) {
      ingestion.reject(rejects);
      rejects.forEach(reject -> LOG.warn("Rejected {}", reject.text()));
    }
  }

  private StreamRecord record(Message message) {
    try {
      StreamRecord record = json.readValue(message.body(), StreamRecord.class);
      return Objects.requireNonNull(record, "the message is null, not a stream record");
    } catch (IOException e) {
      throw new UncheckedIOException("the message is not a stream record: " + e.getMessage(), e);
    }
  }

  private static Iterable<List<Message>> groups(List<Message> messages) {
    Map<Optional<String>, List<Message>> groups = new LinkedHashMap<>();
    for (Message message : messages) {
      Optional<String> group =
          Optional.ofNullable(
              message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(message);
    }
    return groups.values();
  }
}
