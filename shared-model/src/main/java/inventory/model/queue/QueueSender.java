package inventory.model.queue;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Sends messages to a queue; thread-safe. It uses the SDK's client. The JMS library's connection
 * pool is not safe: it builds several clients at a time with a builder for one thread.
 */
public final class QueueSender {

  private final SqsClient sqs;
  private final String queue;
  private final JsonMapper json;
  private volatile String url;

  /**
   * Sends to a queue; its URL is requested with the first message.
   *
   * @param queue its name
   */
  public QueueSender(SqsClient sqs, String queue, JsonMapper json) {
    this.sqs = sqs;
    this.queue = queue;
    this.json = json;
  }

  /**
   * Sends a message; returns when the queue has stored it.
   *
   * @param message is sent as JSON
   * @throws software.amazon.awssdk.core.exception.SdkException if the queue does not accept it
   */
  public void send(Object message) {
    send(message, request -> request);
  }

  /**
   * Sends a message to a FIFO queue.
   *
   * @param group messages of one group are delivered in order
   * @param deduplicationId messages with the same id within five minutes are delivered once
   */
  public void send(Object message, String group, String deduplicationId) {
    send(message, request -> request.messageGroupId(group).messageDeduplicationId(deduplicationId));
  }

  /**
   * Sends a received message on.
   *
   * @param body is sent as it is
   */
  public void forward(String body) {
    sendBody(body, request -> request);
  }

  /**
   * Sends up to ten messages with one call.
   *
   * @return why messages were not accepted; empty if the queue has stored all of them
   * @throws software.amazon.awssdk.core.exception.SdkException if the call fails; the queue may
   *     have stored them
   */
  public List<BatchResultErrorEntry> sendBatch(List<SendMessageBatchRequestEntry> messages) {
    return sqs.sendMessageBatch(request -> request.queueUrl(url()).entries(messages)).failed();
  }

  private void send(Object message, UnaryOperator<SendMessageRequest.Builder> order) {
    sendBody(json(message), order);
  }

  private void sendBody(String body, UnaryOperator<SendMessageRequest.Builder> order) {
    sqs.sendMessage(
        order.apply(SendMessageRequest.builder().queueUrl(url()).messageBody(body)).build());
  }

  private String url() {
    if (url == null) {
      url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }
    return url;
  }

  private String json(Object message) {
    try {
      return json.writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException("a message for " + queue + " cannot be written as JSON", e);
    }
  }
}
