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

  private static final String COMMON_PREFIX = "inventory-";

  private final SqsClient sqs;
  private final ResourceNames names;

  /** Those under these names. */
  public DeadLetterQueues(SqsClient sqs, ResourceNames names) {
    this.sqs = sqs;
    this.names = names;
  }

  /**
   * How many messages there are, by SQS's own, approximate count.
   *
   * @param queue where
   * @param waiting in the queue itself, to be received
   * @param inFlight received from the queue and not yet done with
   * @param dead in its dead-letter queue
   */
  public record Counts(DeadLetterQueue queue, long waiting, long inFlight, long dead) {}

  /**
   * Finds one, or all.
   *
   * @param wanted a queue by its name here, its standard name, that name's last part (with or
   *     without {@code .fifo}), or its dead-letter queue's name; empty for all
   * @throws LaunchException if no queue is called so
   */
  public List<DeadLetterQueue> find(Optional<String> wanted) {
    List<DeadLetterQueue> found = new ArrayList<>();
    for (QueueDefinition standard : Queues.ALL) {
      QueueDefinition queue = standard.named(names.queue(standard.name()));
      if (wanted.isEmpty() || isCalled(wanted.get(), standard, queue)) {
        found.add(
            new DeadLetterQueue(
                queue.name(),
                Optional.of(url(queue.name())),
                queue.deadLetterName(),
                url(queue.deadLetterName())));
      }
    }
    undelivered(wanted).ifPresent(found::add);
    if (found.isEmpty()) {
      throw new LaunchException(
          "there is no queue %s: name one of %s"
              .formatted(
                  wanted.orElse(""),
                  Queues.ALL.stream()
                      .map(queue -> names.queue(queue.name()))
                      .collect(Collectors.joining(", "))));
    }
    return found;
  }

  /** What the pipe could not bring from the stream to its queue. */
  private Optional<DeadLetterQueue> undelivered(Optional<String> wanted) {
    String standard = Queues.EVENTS_UNDELIVERED;
    String here = names.queue(standard);
    boolean isWanted =
        wanted
            .map(
                name ->
                    List.of(here, standard).contains(name) || standard.equals(COMMON_PREFIX + name))
            .orElse(true);
    return isWanted
        ? Optional.of(new DeadLetterQueue(names.stream(), Optional.empty(), here, url(here)))
        : Optional.empty();
  }

  private static boolean isCalled(String name, QueueDefinition standard, QueueDefinition here) {
    return List.of(here.name(), here.deadLetterName(), standard.name()).contains(name)
        || List.of(COMMON_PREFIX + name, COMMON_PREFIX + name + QueueDefinition.FIFO)
            .contains(standard.name());
  }

  private String url(String name) {
    return sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
  }

  /** Counts the messages of several queues. */
  public List<Counts> counts(List<DeadLetterQueue> queues) {
    return queues.stream().map(this::counts).toList();
  }

  /** Counts the messages of one queue. */
  public Counts counts(DeadLetterQueue queue) {
    Optional<Map<QueueAttributeName, String>> own = queue.sourceUrl().map(this::attributes);
    Map<QueueAttributeName, String> dead = attributes(queue.url());
    return new Counts(
        queue,
        own.map(DeadLetterQueues::visible).orElse(0L),
        own.map(DeadLetterQueues::inFlight).orElse(0L),
        visible(dead) + inFlight(dead));
  }

  private Map<QueueAttributeName, String> attributes(String url) {
    return sqs.getQueueAttributes(
            r ->
                r.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes();
  }

  private static long visible(Map<QueueAttributeName, String> attributes) {
    return Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private static long inFlight(Map<QueueAttributeName, String> attributes) {
    return Long.parseLong(
        attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }
}
