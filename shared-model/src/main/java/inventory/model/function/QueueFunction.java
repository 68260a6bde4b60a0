package inventory.model.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import inventory.model.Backoff;
import inventory.model.queue.FailureRecords;
import inventory.model.queue.Outages;
import inventory.model.queue.QueueListener;
import inventory.model.queue.SqsQueue;
import inventory.model.resource.Queues;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.Closeable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A service as an AWS Lambda function: the same listeners, called by event source mappings that
 * report partial failures. Lambda deletes the messages that this function does not report.
 *
 * <p>A failed message is redelivered after half a minute, or later while AWS is unavailable.
 * Without that it would wait for the queue's visibility timeout, which must be as long as the
 * function may run. An event without messages, from a schedule, runs all {@link TimedWork}.
 */
public final class QueueFunction implements RequestHandler<SQSEvent, SQSBatchResponse>, Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(QueueFunction.class);

  // How long a failed message stays hidden. By default as long as in a service.
  private static final String REDELIVERY = "inventory.redelivery-after";

  // With five receives, an outage of less than an hour leaves nothing in a dead-letter queue.
  private static final Backoff OUTAGE =
      new Backoff(5, Duration.ofMinutes(5), Duration.ofMinutes(40));

  private final ApplicationContext context;
  private final Map<String, QueueListener> listeners = new LinkedHashMap<>();
  private final Map<String, BatchListener> batches = new LinkedHashMap<>();
  private final Map<String, String> urls = new ConcurrentHashMap<>();
  private final Collection<TimedWork> timed;
  private final FailureRecords failures;
  private final SqsClient sqs;
  private final Duration retry;
  private final Outages outages;

  /** Used by Lambda; environment variables configure it. What is made here is in the snapshot. */
  public QueueFunction() {
    this(ApplicationContext.run(Environment.FUNCTION));
  }

  /**
   * Uses an existing context.
   *
   * @param context with the environment {@link Environment#FUNCTION}; is closed with the function
   */
  public QueueFunction(ApplicationContext context) {
    this.context = context;
    context.getBeansOfType(QueueListener.class).forEach(l -> listeners.put(l.queue(), l));
    context.getBeansOfType(BatchListener.class).forEach(l -> batches.put(l.queue(), l));
    timed = context.getBeansOfType(TimedWork.class);
    failures = context.getBean(FailureRecords.class);
    sqs = context.getBean(SqsClient.class);
    outages = context.getBean(Outages.class);
    retry = context.getProperty(REDELIVERY, Duration.class).orElse(Queues.VISIBILITY);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context call) {
    if (event.getRecords() == null) {
      runTimedWork();
      return new SQSBatchResponse(List.of());
    }
    // A mapping is of one queue.
    String queue = queue(event.getRecords().get(0));
    List<Message> messages = event.getRecords().stream().map(QueueFunction::message).toList();
    return new SQSBatchResponse(
        failed(queue, messages).stream()
            .map(message -> new SQSBatchResponse.BatchItemFailure(message.messageId()))
            .toList());
  }

  /** All of it; then fails if any failed, so that the alarm on failed calls reports it. */
  private void runTimedWork() {
    List<String> failed =
        timed.stream().filter(work -> !TimedWorkScheduler.run(work)).map(TimedWork::name).toList();
    if (!failed.isEmpty()) {
      throw new IllegalStateException("could not " + String.join(", ", failed));
    }
  }

  private static String queue(SQSEvent.SQSMessage message) {
    String arn = message.getEventSourceArn();
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private static Message message(SQSEvent.SQSMessage record) {
    return Message.builder()
        .messageId(record.getMessageId())
        .receiptHandle(record.getReceiptHandle())
        .body(record.getBody())
        .attributesWithStrings(record.getAttributes())
        .build();
  }

  private List<Message> failed(String queue, List<Message> messages) {
    BatchListener batch = batches.get(queue);
    if (batch != null) {
      return failed(batch, messages);
    }
    QueueListener listener = listeners.get(queue);
    if (listener == null) {
      throw new IllegalStateException(
          "no listener for queue %s: the variables name %s and %s"
              .formatted(queue, listeners.keySet(), batches.keySet()));
    }
    return messages.stream().filter(message -> !isProcessed(listener, message)).toList();
  }

  private List<Message> failed(BatchListener batch, List<Message> messages) {
    Set<String> done = new HashSet<>();
    Duration pause = retry;
    try {
      batch.process(messages).forEach(message -> done.add(message.messageId()));
    } catch (RuntimeException e) {
      LOG.error("A batch of {} failed", batch.queue(), e);
      pause = pause(messages.get(0), e);
    }
    List<Message> failed =
        messages.stream().filter(message -> !done.contains(message.messageId())).toList();
    for (Message message : failed) {
      redeliver(batch.queue(), message, pause);
    }
    return failed;
  }

  private boolean isProcessed(QueueListener listener, Message message) {
    try {
      outages.retry(() -> listener.handle(message.body()));
      return true;
    } catch (RuntimeException e) {
      LOG.error("Message {} of {} failed", message.messageId(), listener.queue(), e);
      failures.record(listener.queue(), message.messageId(), SqsQueue.receives(message), e);
      redeliver(listener.queue(), message, pause(message, e));
      return false;
    }
  }

  /** During an outage, each receive of a message is followed by a longer pause. */
  private Duration pause(Message message, RuntimeException failure) {
    return Outages.isOutage(failure) ? OUTAGE.limit(SqsQueue.receives(message)) : retry;
  }

  private void redeliver(String queue, Message message, Duration after) {
    try {
      String url =
          urls.computeIfAbsent(
              queue, name -> sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
      sqs.changeMessageVisibility(
          change ->
              change
                  .queueUrl(url)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(Math.toIntExact(after.toSeconds())));
    } catch (SdkException e) {
      LOG.warn("Message {} of {} is redelivered later", message.messageId(), queue, e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
