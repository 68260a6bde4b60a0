package inventory.threshold.sqs;

import inventory.model.FileStatus;
import inventory.model.inbox.S3Notifications;
import inventory.model.inbox.Upload;
import inventory.model.queue.QueueListener;
import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.model.resource.Variables;
import inventory.threshold.ThresholdSettings;
import inventory.threshold.domain.ThresholdImport;
import inventory.threshold.recipients.RecipientsImport;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports the threshold files, and the files with settings, in S3's notifications. */
@Singleton
final class InboxListener implements QueueListener {

  private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

  // Threshold files arrive at most daily (T1), so one at a time is enough and saves memory.
  private static final int CONSUMERS = 1;

  private final S3Notifications notifications;
  private final ThresholdImport thresholdImport;
  private final RecipientsImport recipientsImport;
  private final ThresholdSettings settings;

  InboxListener(
      S3Notifications notifications,
      ThresholdImport thresholdImport,
      RecipientsImport recipientsImport,
      ThresholdSettings settings) {
    this.notifications = notifications;
    this.thresholdImport = thresholdImport;
    this.recipientsImport = recipientsImport;
    this.settings = settings;
  }

  @Override
  public String queue() {
    return settings.thresholdQueue();
  }

  @Override
  public String queueVariable() {
    return Variables.queue(Queues.THRESHOLD);
  }

  @Override
  public int consumers() {
    return CONSUMERS;
  }

  @Override
  public void handle(String body) {
    for (Upload upload : notifications.uploads(body)) {
      FileStatus status =
          upload.key().startsWith(Inbox.SETTINGS_PREFIX)
              ? recipientsImport.process(upload)
              : thresholdImport.process(upload);
      LOG.info("{} {} ({})", status, upload.key(), upload.fileId());
    }
  }
}
