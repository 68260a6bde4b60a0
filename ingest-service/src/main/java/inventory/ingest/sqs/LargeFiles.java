package inventory.ingest.sqs;

import inventory.model.inbox.Upload;
import inventory.model.queue.QueueSender;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends the messages about large files to a queue of their own. A function has minutes for a file;
 * what consumes that queue has hours.
 */
@Singleton
final class LargeFiles {

  private static final Logger LOG = LoggerFactory.getLogger(LargeFiles.class);

  private final QueueSender sender;
  private final String queue;
  private final long bytes;

  /**
   * Uses a queue.
   *
   * @param queue its name; empty to process every file here
   * @param bytes the size of the largest file that is processed here
   */
  LargeFiles(
      SqsClient sqs,
      JsonMapper json,
      @Value("${inventory.large-queue:}") String queue,
      @Value("${inventory.large-file-bytes}") long bytes) {
    this.sender = new QueueSender(sqs, queue, json);
    this.queue = queue;
    this.bytes = bytes;
  }

  /**
   * Sends a message on if one of its files is large.
   *
   * @param uploads the files of the message; not called if every file is processed here
   * @return whether it was sent on; then it must not be processed here
   */
  boolean sendOn(String body, Supplier<List<Upload>> uploads) {
    if (queue.isEmpty() || uploads.get().stream().noneMatch(upload -> upload.size() > bytes)) {
      return false;
    }
    sender.forward(body);
    LOG.info("Sent a message about a large file on to {}", queue);
    return true;
  }
}
