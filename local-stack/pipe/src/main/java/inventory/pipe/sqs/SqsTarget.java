package inventory.pipe.sqs;

import inventory.pipe.domain.EventTarget;
import inventory.pipe.domain.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A FIFO queue of SQS. */
public final class SqsTarget implements EventTarget {

  /** What is the message's fault; anything else is the queue's, and passes. */
  private static final Set<String> REFUSALS =
      Set.of(
          "InvalidMessageContents",
          "InvalidParameterValue",
          "InvalidParameterValueException",
          "InvalidAttributeValue");

  private final SqsClient sqs;
  private final QueueUrl queue;

  /**
   * Sends to this queue.
   *
   * @param name its name
   */
  public SqsTarget(SqsClient sqs, String name) {
    this.sqs = sqs;
    this.queue = new QueueUrl(sqs, name);
  }

  /**
   * The queue's URL.
   *
   * @throws inventory.pipe.domain.UnavailableException if it does not exist, or SQS does not answer
   */
  public String url() {
    return queue.call(url -> url);
  }

  @Override
  public List<Outcome> send(List<Message> batch) {
    return queue.call(url -> send(url, batch));
  }

  private List<Outcome> send(String url, List<Message> batch) {
    try {
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
      return outcomes(sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries)), batch.size());
    } catch (AwsServiceException e) {
      if (!isRefusal(e.awsErrorDetails().errorCode())) {
        throw e;
      }
      return batch.size() == 1
          ? List.of(new Outcome(Outcome.Kind.REFUSED, e.getMessage()))
          : each(url, batch);
    }
  }

  /** A request is refused whole for one of its messages: sent alone, each says for itself. */
  private List<Outcome> each(String url, List<Message> batch) {
    return batch.stream().flatMap(message -> send(url, List.of(message)).stream()).toList();
  }

  private static SendMessageBatchRequestEntry entry(int id, Message message) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(id))
        .messageGroupId(message.groupId())
        .messageDeduplicationId(message.deduplicationId())
        .messageBody(message.body())
        .build();
  }

  private static List<Outcome> outcomes(SendMessageBatchResponse response, int size) {
    List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(size, Outcome.SENT));
    for (BatchResultErrorEntry failed : response.failed()) {
      Outcome.Kind kind = isRefusal(failed.code()) ? Outcome.Kind.REFUSED : Outcome.Kind.FAILED;
      outcomes.set(
          Integer.parseInt(failed.id()),
          new Outcome(kind, "SQS says " + failed.code() + ": " + failed.message()));
    }
    return outcomes;
  }

  /** Codes come with and without the names of their spaces. */
  private static boolean isRefusal(String code) {
    return code != null && Stream.of(code.split("[.#]")).anyMatch(REFUSALS::contains);
  }
}
