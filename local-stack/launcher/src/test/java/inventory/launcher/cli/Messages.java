package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.queue.FailureItem;
import inventory.testkit.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Sends messages to a queue, fails them, and reads its dead-letter queue. */
final class Messages {

  private final Resources aws;
  private final String queue;

  Messages(Resources aws, String queue) {
    this.aws = aws;
    this.queue = queue;
  }

  /** Empties both queues. */
  void purge() {
    for (String name : List.of(queue, queue + "-dlq")) {
      aws.sqs().purgeQueue(r -> r.queueUrl(aws.queueUrl(name)));
    }
  }

  void send(String body) {
    MessageAttributeValue kind =
        MessageAttributeValue.builder().dataType("String").stringValue("text").build();
    aws.sqs()
        .sendMessage(
            r ->
                r.queueUrl(aws.queueUrl(queue))
                    .messageBody(body)
                    .messageAttributes(Map.of("kind", kind)));
  }

  /** Fails a message until SQS moves it to the dead-letter queue; returns its id. */
  String failFiveTimes(String body) {
    int before = dead().size();
    send(body);
    List<String> ids = new ArrayList<>();
    await()
        .until(
            () -> {
              for (Message message : receive(queue)) {
                ids.add(message.messageId());
                handBack(queue, message);
              }
              return dead().size() == before + 1;
            });
    assertThat(ids).hasSize(5);
    assertThat(dead()).extracting(Message::messageId).contains(ids.get(0));
    return ids.get(0);
  }

  /** The messages of the dead-letter queue, which stay visible. */
  List<Message> dead() {
    List<Message> dead = receive(queue + "-dlq");
    dead.forEach(message -> handBack(queue + "-dlq", message));
    return dead;
  }

  private void handBack(String name, Message message) {
    aws.sqs()
        .changeMessageVisibility(
            r ->
                r.queueUrl(aws.queueUrl(name))
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(0));
  }

  List<Message> receive(String name) {
    return aws.sqs()
        .receiveMessage(
            r ->
                r.queueUrl(aws.queueUrl(name))
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** Records a failure as the services do. */
  void recordFailure(String messageId, FailureItem failure) {
    Instant later = failure.failedAt().plus(Duration.ofDays(1));
    aws.dynamoDb()
        .putItem(r -> r.tableName(aws.table()).item(failure.toItem(queue, messageId, later)));
  }
}
