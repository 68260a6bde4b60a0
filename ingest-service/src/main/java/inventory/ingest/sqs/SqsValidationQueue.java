package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import inventory.ingest.domain.ValidationQueue;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Upload;
import inventory.model.message.ArrivedFile;
import inventory.model.queue.QueueSender;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Names arrived files on the FIFO queue, all in one group, as order holds within a group. */
@Singleton
final class SqsValidationQueue implements ValidationQueue {

  private static final String GROUP = "files";

  private final QueueSender queue;

  SqsValidationQueue(SqsClient sqs, IngestSettings settings, ObjectMapper json) {
    this.queue = new QueueSender(sqs, settings.validationQueue(), json);
  }

  @Override
  public void publish(FileState file) {
    Upload upload = file.upload();
    ArrivedFile message =
        new ArrivedFile(
            upload.fileId(),
            upload.key(),
            upload.version(),
            upload.versioned(),
            upload.size(),
            upload.uploadedAt());
    queue.send(message, GROUP, file.fileId() + "-" + file.generation());
  }
}
