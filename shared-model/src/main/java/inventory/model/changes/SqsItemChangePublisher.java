package inventory.model.changes;

import inventory.model.StockKey;
import inventory.model.message.ChangedItems;
import inventory.model.message.ChangedItems.Item;
import inventory.model.queue.QueueSender;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.output.DeferredFileOutputStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Publishes changed items to the alert queue: in the message if they fit, otherwise in an object in
 * the inbox bucket. All changes of a batch are therefore reported together, however many there are.
 */
@Singleton
@Requires(classes = SqsClient.class)
@Requires(beans = ChangeLists.class)
final class SqsItemChangePublisher implements ItemChangePublisher {

  /** Less than the 256 KB that every SQS queue accepts, with room for the rest of the message. */
  static final int MAX_INLINE_BYTES = 200_000;

  private final QueueSender queue;
  private final ChangeLists lists;
  private final ObjectMapper json;

  SqsItemChangePublisher(
      SqsClient sqs,
      @Value("${inventory.alert-queue}") String alertQueue,
      ChangeLists lists,
      ObjectMapper json) {
    this.queue = new QueueSender(sqs, alertQueue, json);
    this.lists = lists;
    this.json = json;
  }

  @Override
  public Announcement begin(String batch, String cause) {
    return new Buffered(batch, cause);
  }

  private final class Buffered implements Announcement {

    private final String batch;
    private final String cause;
    private final List<Item> inline = new ArrayList<>();
    private final DeferredFileOutputStream lines =
        DeferredFileOutputStream.builder()
            .setThreshold(MAX_INLINE_BYTES)
            .setPrefix("changes-")
            .setSuffix(".jsonl")
            .get();

    Buffered(String batch, String cause) {
      this.batch = batch;
      this.cause = cause;
    }

    @Override
    public void add(StockKey key) {
      add(new Item(key.warehouse(), key.itemId()));
    }

    @Override
    public void addEverywhere(String itemId) {
      add(new Item(null, itemId));
    }

    private void add(Item item) {
      try {
        lines.write((json.writeValueAsString(item) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("changed items cannot be written to local disk", e);
      }
      if (lines.isInMemory()) {
        inline.add(item);
      } else {
        inline.clear();
      }
    }

    @Override
    public void publish() {
      if (lines.getByteCount() == 0) {
        return;
      }
      try {
        lines.close();
        String listKey = lines.isInMemory() ? null : lists.put(batch, lines.getPath());
        queue.send(new ChangedItems(batch, cause, List.copyOf(inline), listKey));
      } catch (IOException e) {
        throw new UncheckedIOException("changed items cannot be read from local disk", e);
      }
    }

    @Override
    public void close() {
      try {
        lines.close();
        if (lines.getPath() != null) {
          Files.deleteIfExists(lines.getPath());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("a temporary file cannot be removed", e);
      }
    }
  }
}
