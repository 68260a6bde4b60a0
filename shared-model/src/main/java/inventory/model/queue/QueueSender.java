package inventory.model.queue;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Sends messages to a queue, by any number of threads. It uses the SDK's client, which is made for
 * that; the JMS library's pool of connections is not: it builds a client for each, several at a
 * time, with a builder that bears one thread only.
 */
public final class QueueSender {

  private final SqsClient sqs;
  private final String queue;
  private final JsonMapper json;
  private volatile String url;

  /**
   * Sends to a queue, which is looked for with the first message.
   *
   * @param queue its name
   */
  public QueueSender(SqsClient sqs, String queue, JsonMapper json) {
    this.sqs = sqs;
    this.queue = queue;
    this.json = json;
  }

  /**
   * Sends a message; returns when the queue has it.
   *
   * @param message becomes JSON
   * @throws software.amazon.awssdk.core.exception.SdkException if the queue does not take it
   */
  public void send(Object message) {
    send(message, request -> request);
  }

  /**
   * As the other, to a FIFO queue.
   *
   * @param group the messages of one group are delivered in their order
   * @param deduplicationId what has the same one within five minutes is taken once
   */
  public void send(Object message, String group, String deduplicationId) {
    send(message, request -> request.messageGroupId(group).messageDeduplicationId(deduplicationId));
  }

  private void send(Object message, UnaryOperator<SendMessageRequest.Builder> order) {
    String body = json(message);
    if (url == null) {
      url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }
    sqs.sendMessage(
        order.apply(SendMessageRequest.builder().queueUrl(url).messageBody(body)).build());
  }

  private String json(Object message) {
    try {
      return json.writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException("a message for " + queue + " cannot be written as JSON", e);
    }
  }
}
