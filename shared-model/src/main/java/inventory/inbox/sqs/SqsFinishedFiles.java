package inventory.inbox.sqs;

import inventory.inbox.FinishedFiles;
import inventory.inbox.Upload;
import inventory.model.message.FinishedFile;
import io.micronaut.context.annotation.Requires;
import io.micronaut.jms.annotations.JMSProducer;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Names finished files on their queue. */
@Singleton
@Requires(classes = JMSProducer.class)
@Requires(property = "inventory.files-queue")
final class SqsFinishedFiles implements FinishedFiles {

  private final FilesProducer producer;
  private final ObjectMapper json;

  SqsFinishedFiles(FilesProducer producer, ObjectMapper json) {
    this.producer = producer;
    this.json = json;
  }

  @Override
  public void tell(Upload upload) {
    try {
      producer.send(json.writeValueAsString(new FinishedFile(upload.fileId())));
    } catch (IOException e) {
      throw new UncheckedIOException("a finished file cannot be written as JSON", e);
    }
  }
}
