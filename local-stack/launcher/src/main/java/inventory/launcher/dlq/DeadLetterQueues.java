package inventory.launcher.dlq;

import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.stack.LaunchException;
import inventory.stack.aws.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The dead-letter queues of an environment. */
public final class DeadLetterQueues {

  private final SqsClient sqs;
  private final ResourceNames names;

  /** Finds the queues with these names. */
  public DeadLetterQueues(SqsClient sqs, ResourceNames names) {
    this.sqs = sqs;
    this.names = names;
  }

  /**
   * Approximate numbers of messages: waiting and in flight in the source queue, and those in the
   * dead-letter queue.
   */
  public record Counts(DeadLetterQueue queue, long waiting, long inFlight, long dead) {}

  /** All dead-letter queues: those of the queues and that of the stream. */
  public List<DeadLetterQueue> all() {
    List<DeadLetterQueue> all = new ArrayList<>();
    for (QueueDefinition standard : Queues.ALL) {
      QueueDefinition queue = standard.named(names.queue(standard.name()));
      String dead = queue.deadLetterName();
      all.add(new DeadLetterQueue(queue.name(), Optional.of(url(queue.name())), dead, url(dead)));
    }
    String undelivered = names.queue(Queues.EVENTS_UNDELIVERED);
    all.add(new DeadLetterQueue(names.stream(), Optional.empty(), undelivered, url(undelivered)));
    return all;
  }

  /**
   * The dead-letter queue with a name, or all of them.
   *
   * @param name its own name or that of its source
   * @throws LaunchException if there is no such queue
   */
  public List<DeadLetterQueue> find(Optional<String> name) {
    List<DeadLetterQueue> all = all();
    List<DeadLetterQueue> found =
        all.stream()
            .filter(
                queue ->
                    name.isEmpty() || List.of(queue.source(), queue.name()).contains(name.get()))
            .toList();
    if (found.isEmpty()) {
      throw new LaunchException(
          "there is no queue %s: the queues are %s"
              .formatted(
                  name.orElseThrow(),
                  all.stream().map(DeadLetterQueue::source).collect(Collectors.joining(", "))));
    }
    return found;
  }

  private String url(String name) {
    return sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
  }

  /** Counts the messages of a queue. */
  public Counts counts(DeadLetterQueue queue) {
    long[] source = queue.sourceUrl().map(this::count).orElse(new long[2]);
    long[] dead = count(queue.url());
    return new Counts(queue, source[0], source[1], dead[0] + dead[1]);
  }

  /** The visible messages and those in flight. */
  private long[] count(String url) {
    QueueAttributeName visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    QueueAttributeName inFlight = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(visible, inFlight)).attributes();
    return new long[] {
      Long.parseLong(attributes.get(visible)), Long.parseLong(attributes.get(inFlight))
    };
  }
}
