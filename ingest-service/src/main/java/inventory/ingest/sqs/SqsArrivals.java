package inventory.ingest.sqs;

import inventory.inbox.Upload;
import inventory.ingest.domain.Arrivals;
import inventory.model.message.ArrivedFile;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Names arrived files on the FIFO queue, all in one group, as order holds within a group. */
@Singleton
final class SqsArrivals implements Arrivals {

  private static final String GROUP = "files";

  private final ValidationProducer producer;
  private final ObjectMapper json;

  SqsArrivals(ValidationProducer producer, ObjectMapper json) {
    this.producer = producer;
    this.json = json;
  }

  @Override
  public void tell(Upload upload) {
    String fileId = upload.fileId();
    ArrivedFile message =
        new ArrivedFile(
            fileId,
            upload.key(),
            upload.version(),
            upload.versioned(),
            upload.size(),
            upload.uploadedAt());
    try {
      producer.send(json.writeValueAsString(message), GROUP, deduplicationId(upload));
    } catch (IOException e) {
      throw new UncheckedIOException("an arrived file cannot be written as JSON", e);
    }
  }

  /** A release is news, even within the minutes in which the queue forgets nothing. */
  private static String deduplicationId(Upload upload) {
    return upload.fileId() + upload.releasedFrom().map(from -> "-from-" + from).orElse("");
  }
}
