package inventory.testkit;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Calls a function with the messages of a queue, as an event source mapping of AWS Lambda that
 * reports partial failures does. A message that the function does not report is deleted; if the
 * function throws, none is.
 */
public final class EventSourceMapping implements AutoCloseable {

  private static final String ARN = "arn:aws:sqs:eu-central-1:000000000000:";
  private static final int WAIT_SECONDS = 1;

  private final SqsClient sqs;
  private final String queue;
  private final String url;
  private final int batchSize;
  private final Function<SQSEvent, SQSBatchResponse> function;
  private final Thread poller;
  private volatile boolean ended;

  /**
   * Starts to poll.
   *
   * @param queue the queue's name here
   * @param batchSize the most messages of one call, 1 to 10
   */
  public EventSourceMapping(
      SqsClient sqs, String queue, int batchSize, Function<SQSEvent, SQSBatchResponse> function) {
    this.sqs = sqs;
    this.queue = queue;
    this.url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    this.batchSize = batchSize;
    this.function = function;
    poller = new Thread(this::poll, "mapping of " + queue);
    poller.start();
  }

  private void poll() {
    while (!ended) {
      List<Message> messages =
          sqs.receiveMessage(
                  request ->
                      request
                          .queueUrl(url)
                          .maxNumberOfMessages(batchSize)
                          .waitTimeSeconds(WAIT_SECONDS)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      if (!messages.isEmpty()) {
        call(messages);
      }
    }
  }

  private void call(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(this::record).toList());
    SQSBatchResponse response;
    try {
      response = function.apply(event);
    } catch (RuntimeException e) {
      // Lambda deletes nothing of a call that failed.
      return;
    }
    Set<String> failed =
        response.getBatchItemFailures().stream()
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .collect(Collectors.toSet());
    messages.stream()
        .filter(message -> !failed.contains(message.messageId()))
        .forEach(
            message ->
                sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle())));
  }

  private SQSEvent.SQSMessage record(Message message) {
    SQSEvent.SQSMessage record = new SQSEvent.SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setAttributes(message.attributesAsStrings());
    record.setEventSource("aws:sqs");
    record.setEventSourceArn(ARN + queue);
    return record;
  }

  /** Waits for the running call, then polls no more. */
  @Override
  public void close() {
    ended = true;
    try {
      poller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a call was running", e);
    }
  }
}
