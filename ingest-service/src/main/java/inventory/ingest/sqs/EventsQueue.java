package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import inventory.model.queue.SqsQueue;
import inventory.model.queue.VisibilityExtender;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of events. */
@Factory
final class EventsQueue {

  @Singleton
  SqsQueue queue(SqsClient sqs, IngestSettings settings, VisibilityExtender visibility) {
    return new SqsQueue(sqs, settings.eventsQueue(), visibility);
  }
}
