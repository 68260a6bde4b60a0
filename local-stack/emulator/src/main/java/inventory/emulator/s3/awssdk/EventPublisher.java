package inventory.emulator.s3.awssdk;

import inventory.emulator.sqs.QueueSender;
import java.time.Instant;
import java.util.Optional;

/** Sends a bucket's events to the queues that its configuration names. */
final class EventPublisher {

  private final Buckets buckets;
  private final QueueSender queues;
  private final String region;

  EventPublisher(Buckets buckets, QueueSender queues, String region) {
    this.buckets = buckets;
    this.queues = queues;
    this.region = region;
  }

  /** Returns when all queues have the event, so that a put that was acknowledged is announced. */
  void publish(EventName event, ObjectVersion created) {
    Optional<String> document =
        buckets.configuration(created.bucket(), BucketDocument.NOTIFICATION.parameter());
    document.map(NotificationConfiguration::parse).stream()
        .flatMap(configuration -> configuration.rules().stream())
        .filter(rule -> rule.matches(event, created.key()))
        .forEach(
            rule -> queues.send(rule.queue(), S3Event.created(event, created, rule.id(), region)));
  }

  /**
   * Sends the test event to each queue of a configuration.
   *
   * @throws IllegalStateException if a queue does not take it
   */
  void test(String bucket, NotificationConfiguration configuration) {
    configuration
        .rules()
        .forEach(rule -> queues.send(rule.queue(), S3Event.test(bucket, Instant.now())));
  }
}
