package inventory.validation.sqs;

import inventory.model.message.ArrivedFile;
import inventory.model.queue.FailureRecords;
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
            Long.parseLong(taken.attribute(MessageSystemAttributeName.SENT_TIMESTAMP)));
    if (sent.isAfter(before)) {
      taken.giveBack();
      return Optional.empty();
    }
    return Optional.of(taken);
  }

  private Optional<ArrivedFile> parse(String body) {
    try {
      return Optional.of(json.readValue(body, ArrivedFile.class));
    } catch (IOException | RuntimeException e) {
      // Not swallowed: who asks reports the message as a finding, and puts it away.
      LOG.warn("No arrived file, but {}: {}", body, e.toString());
      return Optional.empty();
    }
  }

  /** A message that this process holds. */
  private final class Taken implements Arrival {

    private final Message message;
    private final Optional<ArrivedFile> file;
    private final Instant takenAt = now.get();
    private final Repeating hiding;

    Taken(Message message) {
      this.message = message;
      file = parse(message.body());
      hiding = Repeating.every(scheduler, visibility.dividedBy(3), () -> hideFor(visibility));
    }

    private void hideFor(Duration time) {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(url)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(Math.toIntExact(time.toSeconds())));
    }

    /** Sends it to a FIFO queue, once however often this is tried; returns its id there. */
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
      failures.record(queue, sendTo(deadLetterUrl()), receives(), why);
      done();
    }

    @Override
    public void postpone() {
      sendTo(url);
      done();
    }

    @Override
    public void giveBack() {
      close();
      hideFor(Duration.ZERO);
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
