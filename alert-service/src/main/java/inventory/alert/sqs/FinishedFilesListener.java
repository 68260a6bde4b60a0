package inventory.alert.sqs;

import inventory.alert.domain.FileCheck;
import inventory.alert.webhook.EventFeed;
import inventory.model.message.FinishedFile;
import inventory.model.queue.QueueListener;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each finished file to {@link FileCheck}, and to those who subscribed to it. */
@Singleton
final class FinishedFilesListener implements QueueListener {

  private static final Logger LOG = LoggerFactory.getLogger(FinishedFilesListener.class);

  private final FileCheck check;
  private final EventFeed events;
  private final JsonMapper json;
  private final QueueSettings settings;

  FinishedFilesListener(
      FileCheck check, EventFeed events, JsonMapper json, QueueSettings settings) {
    this.check = check;
    this.events = events;
    this.json = json;
    this.settings = settings;
  }

  @Override
  public String queue() {
    return settings.filesQueue();
  }

  @Override
  public String queueVariable() {
    return QueueSettings.FILES_VARIABLE;
  }

  @Override
  public int consumers() {
    return 1;
  }

  @Override
  public void handle(String body) {
    String fileId = Messages.read(json, body, FinishedFile.class).fileId();
    if (check.check(fileId)) {
      LOG.info("Notified operations of file {}", fileId);
    }
    events.fileFinished(fileId);
  }
}
