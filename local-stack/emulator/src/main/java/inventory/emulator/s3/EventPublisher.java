package inventory.emulator.s3;

import inventory.emulator.sqs.QueueSender;
import java.time.Instant;
import software.amazon.awssdk.services.s3.model.Event;

/** Sends a bucket's events to the queues that its configuration names. */
final class EventPublisher {

  private final BucketDocuments documents;
  private final QueueSender queues;
  private final String region;

  EventPublisher(BucketDocuments documents, QueueSender queues, String region) {
    this.documents = documents;
    this.queues = queues;
    this.region = region;
  }

  /** Returns when all queues have the event. */
  void publish(Event event, CreatedObject created) {
    documents
        .get(created.bucket(), BucketDocuments.NOTIFICATION)
        .map(NotificationConfiguration::parse)
        .stream()
        .flatMap(configuration -> configuration.queueConfiguration().stream())
        .filter(queue -> queue.matches(event, created.key()))
        .forEach(
            queue ->
                queues.send(
                    queue.queueName(), S3Event.created(event, created, queue.id(), region)));
  }

  /**
   * Sends the test event to each queue of a configuration.
   *
   * @throws IllegalStateException if a queue does not accept it
   */
  void test(String bucket, NotificationConfiguration configuration) {
    configuration
        .queueConfiguration()
        .forEach(queue -> queues.send(queue.queueName(), S3Event.test(bucket, Instant.now())));
  }
}
