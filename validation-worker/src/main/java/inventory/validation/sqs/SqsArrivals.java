package inventory.validation.sqs;

import inventory.model.message.ArrivedFile;
import inventory.queue.FailureRecords;
import inventory.validation.Repeating;
import inventory.validation.domain.Arrivals;
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
 * The FIFO queue, by the SDK itself: of its one message group one message is taken at a time, and
 * hidden for as long as its file takes.
 */
public final class SqsArrivals implements Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(SqsArrivals.class);

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
   * Takes from a queue.
   *
   * @param queue its name
   * @param failures says why a message was put away
   * @param scheduler extends the hiding
   */
  public SqsArrivals(
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
  public Optional<Arrival> next(Instant before) {
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
        return taken(messages.get(0), before);
      }
      // The lease is ours: what is hidden was taken by a process that died, and shows again.
      if (hidden() == 0) {
        return Optional.empty();
      }
      LOG.info("Waiting for a message that is still hidden");
    }
  }

  private Optional<Arrival> taken(Message message, Instant before) {
    Taken taken = new Taken(message);
    Instant sent =
        Instant.ofEpochMilli(
            Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)));
    if (sent.isAfter(before)) {
      taken.giveBack();
      return Optional.empty();
    }
    return Optional.of(taken);
  }

  /** A message that this process holds. */
  private final class Taken implements Arrival {

    private final Message message;
    private final Instant takenAt = now.get();
    private final Repeating hiding;

    Taken(Message message) {
      this.message = message;
      hiding = Repeating.every(scheduler, visibility.dividedBy(3), this::hide);
    }

    private void hide() {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(url)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(Math.toIntExact(visibility.toSeconds())));
    }

    @Override
    public String id() {
      return message.messageId();
    }

    @Override
    public Optional<ArrivedFile> file() {
      try {
        return Optional.of(json.readValue(message.body(), ArrivedFile.class));
      } catch (IOException | RuntimeException e) {
        // Not swallowed: who asks reports the message as a finding, and puts it away.
        LOG.warn("No arrived file, but {}: {}", message.body(), e.toString());
        return Optional.empty();
      }
    }

    @Override
    public String body() {
      return message.body();
    }

    @Override
    public int receives() {
      return Integer.parseInt(
          message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }

    @Override
    public Duration held() {
      return Duration.between(takenAt, now.get());
    }

    @Override
    public void done() {
      close();
      sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    @Override
    public void refuse(String why) {
      String id =
          sqs.sendMessage(
                  request ->
                      request
                          .queueUrl(deadLetterUrl())
                          .messageBody(message.body())
                          .messageGroupId(
                              message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                          .messageDeduplicationId(message.messageId()))
              .messageId();
      failures.record(queue, id, receives(), why);
      done();
    }

    @Override
    public void postpone() {
      sqs.sendMessage(
          request ->
              request
                  .queueUrl(url)
                  .messageBody(message.body())
                  .messageGroupId(
                      message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                  .messageDeduplicationId(message.messageId()));
      done();
    }

    @Override
    public void giveBack() {
      close();
      sqs.changeMessageVisibility(
          request ->
              request.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }

    @Override
    public void close() {
      hiding.close();
    }
  }

  /** The queue that SQS itself would move a message to. */
  private String deadLetterUrl() {
    String policy =
        attributes(QueueAttributeName.REDRIVE_POLICY).get(QueueAttributeName.REDRIVE_POLICY);
    try {
      String arn = json.readValue(policy, RedrivePolicy.class).deadLetterTargetArn();
      String name = arn.substring(arn.lastIndexOf(':') + 1);
      return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    } catch (IOException e) {
      throw new IllegalStateException("the redrive policy of the queue is no JSON: " + policy, e);
    }
  }
}
