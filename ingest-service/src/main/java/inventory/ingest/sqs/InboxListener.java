package inventory.ingest.sqs;

import com.amazon.sqs.javamessaging.message.SQSMessage;
import inventory.ingest.domain.FileIngestion;
import inventory.ingest.domain.Upload;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.List;

/**
 * Takes in the uploads of each notification. The message is acknowledged, and so deleted, only
 * after all of them are durable; whatever is thrown before leaves it to be delivered again.
 */
@Singleton
final class InboxListener implements MessageListener {

  private final S3Notifications notifications;
  private final FileIngestion ingestion;
  private final VisibilityHeartbeat heartbeat;

  InboxListener(
      S3Notifications notifications, FileIngestion ingestion, VisibilityHeartbeat heartbeat) {
    this.notifications = notifications;
    this.ingestion = ingestion;
    this.heartbeat = heartbeat;
  }

  @Override
  public void onMessage(Message message) {
    try {
      List<Upload> uploads = notifications.uploads(((TextMessage) message).getText());
      heartbeat.keepHidden((SQSMessage) message, () -> uploads.forEach(ingestion::ingest));
      message.acknowledge();
    } catch (JMSException e) {
      throw new IllegalStateException("the message could not be read or acknowledged", e);
    }
  }
}
