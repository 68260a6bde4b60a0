package inventory.model.inbox.sqs;

import inventory.model.inbox.FileEvents;
import inventory.model.inbox.Upload;
import inventory.model.message.FinishedFile;
import inventory.model.queue.QueueSender;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Publishes finished files to their queue. */
@Singleton
@Requires(classes = SqsClient.class)
@Requires(property = "inventory.files-queue")
final class SqsFileEvents implements FileEvents {

  private final QueueSender queue;

  SqsFileEvents(
      SqsClient sqs, @Value("${inventory.files-queue}") String filesQueue, ObjectMapper json) {
    this.queue = new QueueSender(sqs, filesQueue, json);
  }

  @Override
  public void publishFinished(Upload upload) {
    queue.send(new FinishedFile(upload.fileId()));
  }
}
