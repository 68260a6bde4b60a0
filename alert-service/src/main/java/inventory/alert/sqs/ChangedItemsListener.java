package inventory.alert.sqs;

import com.amazon.sqs.javamessaging.message.SQSMessage;
import com.amazon.sqs.javamessaging.message.SQSTextMessage;
import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.LowStockCheck;
import inventory.model.StockKey;
import inventory.model.message.ChangedItems;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each message's items to {@link LowStockCheck}. Whatever it throws leaves the message in the
 * queue, to be received again, and in the end in the dead-letter queue.
 */
@Singleton
final class ChangedItemsListener implements MessageListener {

  private static final Logger LOG = LoggerFactory.getLogger(ChangedItemsListener.class);

  private final LowStockCheck check;
  private final ChangeLists lists;
  private final JsonMapper json;
  private final VisibilityExtender visibility;

  ChangedItemsListener(
      LowStockCheck check, ChangeLists lists, JsonMapper json, VisibilityExtender visibility) {
    this.check = check;
    this.lists = lists;
    this.json = json;
    this.visibility = visibility;
  }

  @Override
  public void onMessage(Message message) {
    try {
      ChangedItems changed = parse(((SQSTextMessage) message).getText());
      visibility.during((SQSMessage) message, () -> handle(changed));
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }

  private ChangedItems parse(String text) {
    try {
      return json.readValue(text, ChangedItems.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The message is no " + ChangedItems.class.getSimpleName(), e);
    }
  }

  private void handle(ChangedItems changed) {
    try (Stream<StockKey> items = items(changed)) {
      int low = check.check(changed.cause(), items);
      LOG.info("{} ({}): {} low", changed.cause(), changed.batch(), low);
    }
  }

  private Stream<StockKey> items(ChangedItems changed) {
    return changed.listKey() == null
        ? changed.items().stream().map(ChangedItems.Item::key)
        : lists.open(changed.listKey());
  }
}
