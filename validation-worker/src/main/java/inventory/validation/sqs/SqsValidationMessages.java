package inventory.validation.sqs;

import inventory.model.message.ArrivedFile;
import inventory.model.queue.FailureRecords;
import inventory.model.queue.SqsQueue;
import inventory.validation.run.ValidationMessages;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The FIFO queue of arrived files. It has one message group: one message is received at a time, and
 * the next one once it is gone.
 */
public final class SqsValidationMessages implements ValidationMessages {

  private static final Logger LOG = LoggerFactory.getLogger(SqsValidationMessages.class);

  private final SqsClient sqs;
  private final SqsQueue queue;
  private final FailureRecords failures;
  private final ObjectMapper json;

  /**
   * Consumes a queue.
   *
   * @param queue the queue, which must exist
   * @param failures stores why a message was moved to the dead-letter queue
   */
  public SqsValidationMessages(
      SqsClient sqs, SqsQueue queue, FailureRecords failures, ObjectMapper json) {
    this.sqs = sqs;
    this.queue = queue;
    this.failures = failures;
    this.json = json;
    queue.find();
  }

  @Override
  public int waiting() {
    return queue.number(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) + hidden();
  }

  private int hidden() {
    return queue.number(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  @Override
  public Optional<Received> receive(Instant before) {
    while (true) {
      List<Message> messages = queue.receive(1);
      if (!messages.isEmpty()) {
        return received(messages.get(0), before);
      }
      // We have the lease: a dead process received the hidden message, and it will show again.
      if (hidden() == 0) {
        return Optional.empty();
      }
      LOG.info("Waiting for a message that is still hidden");
    }
  }

  private Optional<Received> received(Message message, Instant before) {
    SqsMessage received = new SqsMessage(message);
    Instant sent =
        Instant.ofEpochMilli(
            Long.parseLong(received.attribute(MessageSystemAttributeName.SENT_TIMESTAMP)));
    if (sent.isAfter(before)) {
      received.release();
      return Optional.empty();
    }
    return Optional.of(received);
  }

  private Optional<ArrivedFile> parse(String body) {
    try {
      return Optional.of(json.readValue(body, ArrivedFile.class));
    } catch (IOException | RuntimeException e) {
      // Not swallowed: the caller reports the message as a finding and rejects it.
      LOG.warn("Cannot parse message {}: {}", body, e.toString());
      return Optional.empty();
    }
  }

  /** A message that this process has received. */
  private final class SqsMessage implements Received {

    private final Message message;
    private final Optional<ArrivedFile> file;

    SqsMessage(Message message) {
      this.message = message;
      file = parse(message.body());
    }

    /** Sends it to a FIFO queue, idempotent; returns its id there. */
    private String sendTo(String queueUrl) {
      return sqs.sendMessage(
              request ->
                  request
                      .queueUrl(queueUrl)
                      .messageBody(message.body())
                      .messageGroupId(attribute(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                      .messageDeduplicationId(message.messageId()))
          .messageId();
    }

    private String attribute(MessageSystemAttributeName name) {
      return message.attributes().get(name);
    }

    @Override
    public String id() {
      return message.messageId();
    }

    @Override
    public Optional<ArrivedFile> file() {
      return file;
    }

    @Override
    public String body() {
      return message.body();
    }

    @Override
    public void acknowledge() {
      queue.delete(List.of(message));
    }

    @Override
    public void deadLetter(String reason) {
      failures.record(queue.name(), sendTo(deadLetterUrl()), SqsQueue.receives(message), reason);
      acknowledge();
    }

    @Override
    public void requeue() {
      sendTo(queue.url());
      acknowledge();
    }

    @Override
    public void release() {
      queue.show(message);
    }
  }

  /** The queue to which SQS itself would move the message. */
  private String deadLetterUrl() {
    String policy = queue.attribute(QueueAttributeName.REDRIVE_POLICY);
    try {
      String arn = json.readValue(policy, RedrivePolicy.class).deadLetterTargetArn();
      String name = arn.substring(arn.lastIndexOf(':') + 1);
      return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    } catch (IOException e) {
      throw new IllegalStateException(
          "the redrive policy of the queue is not valid JSON: " + policy, e);
    }
  }
}
