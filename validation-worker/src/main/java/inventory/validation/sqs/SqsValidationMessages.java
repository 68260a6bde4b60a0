package inventory.validation.sqs;

import inventory.model.message.ArrivedFile;
import inventory.model.queue.FailureRecords;
import inventory.validation.RepeatingTask;
import inventory.validation.run.ValidationMessages;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The FIFO queue of arrived files. It has one message group: one message is received at a time and
 * hidden as long as the check of its file takes.
 */
public final class SqsValidationMessages implements ValidationMessages {

  private static final Logger LOG = LoggerFactory.getLogger(SqsValidationMessages.class);

  private static final int WAIT_SECONDS = 2;

  private final SqsClient sqs;
  private final String queue;
  private final FailureRecords failures;
  private final String url;
  private final ObjectMapper json;
  private final ScheduledExecutorService scheduler;
  private final Supplier<Instant> now;
  private final Duration visibility;

  /**
   * Consumes a queue.
   *
   * @param queue the queue's name
   * @param failures stores why a message was moved to the dead-letter queue
   * @param scheduler renews the visibility timeout
   */
  public SqsValidationMessages(
      SqsClient sqs,
      String queue,
      FailureRecords failures,
      ObjectMapper json,
      ScheduledExecutorService scheduler,
      Supplier<Instant> now) {
    this.sqs = sqs;
    this.queue = queue;
    this.failures = failures;
    this.json = json;
    this.scheduler = scheduler;
    this.now = now;
    url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    visibility = Duration.ofSeconds(number(QueueAttributeName.VISIBILITY_TIMEOUT));
  }

  private int number(QueueAttributeName name) {
    return Integer.parseInt(attributes(name).get(name));
  }

  private Map<QueueAttributeName, String> attributes(QueueAttributeName... names) {
    return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(names))
        .attributes();
  }

  @Override
  public int waiting() {
    return number(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) + hidden();
  }

  private int hidden() {
    return number(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  @Override
  public Optional<Received> receive(Instant before) {
    while (true) {
      List<Message> messages =
          sqs.receiveMessage(
                  request ->
                      request
                          .queueUrl(url)
                          .maxNumberOfMessages(1)
                          .waitTimeSeconds(WAIT_SECONDS)
                          .messageSystemAttributeNames(
                              MessageSystemAttributeName.SENT_TIMESTAMP,
                              MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                              MessageSystemAttributeName.MESSAGE_GROUP_ID))
              .messages();
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
    private final Instant receivedAt = now.get();
    private final RepeatingTask hiding;

    SqsMessage(Message message) {
      this.message = message;
      file = parse(message.body());
      hiding = RepeatingTask.every(scheduler, visibility.dividedBy(3), () -> hideFor(visibility));
    }

    private void hideFor(Duration time) {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(url)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(Math.toIntExact(time.toSeconds())));
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
    public int receives() {
      return Integer.parseInt(attribute(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }

    @Override
    public Duration hiddenFor() {
      return Duration.between(receivedAt, now.get());
    }

    @Override
    public void acknowledge() {
      close();
      sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    @Override
    public void deadLetter(String reason) {
      failures.record(queue, sendTo(deadLetterUrl()), receives(), reason);
      acknowledge();
    }

    @Override
    public void requeue() {
      sendTo(url);
      acknowledge();
    }

    @Override
    public void release() {
      close();
      hideFor(Duration.ZERO);
    }

    @Override
    public void close() {
      hiding.close();
    }
  }

  /** The queue to which SQS itself would move the message. */
  private String deadLetterUrl() {
    String policy =
        attributes(QueueAttributeName.REDRIVE_POLICY).get(QueueAttributeName.REDRIVE_POLICY);
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
