package inventory.alert.sqs;

import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.FreshnessCheck;
import inventory.alert.domain.Hint;
import inventory.alert.domain.StockCheck;
import inventory.model.message.ChangedItems;
import inventory.model.queue.QueueListener;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each message's items to {@link StockCheck}, and its warehouses to {@link FreshnessCheck}.
 */
@Singleton
final class ChangedItemsListener implements QueueListener {

  private static final Logger LOG = LoggerFactory.getLogger(ChangedItemsListener.class);

  private final StockCheck check;
  private final FreshnessCheck freshness;
  private final ChangeLists lists;
  private final JsonMapper json;
  private final QueueSettings settings;

  ChangedItemsListener(
      StockCheck check,
      FreshnessCheck freshness,
      ChangeLists lists,
      JsonMapper json,
      QueueSettings settings) {
    this.check = check;
    this.freshness = freshness;
    this.lists = lists;
    this.json = json;
    this.settings = settings;
  }

  @Override
  public String queue() {
    return settings.alertQueue();
  }

  @Override
  public String queueVariable() {
    return QueueSettings.QUEUE_VARIABLE;
  }

  @Override
  public int consumers() {
    return settings.alertConsumers();
  }

  @Override
  public void handle(String body) {
    ChangedItems changed = Messages.read(json, body, ChangedItems.class);
    FreshnessCheck.Reported reported = new FreshnessCheck.Reported();
    try (Stream<Hint> hints = hints(changed)) {
      int states = check.check(changed.batch(), changed.cause(), reported.of(hints));
      freshness.record(changed.batch(), reported);
      LOG.info("{} alert states changed after {} ({})", states, changed.cause(), changed.batch());
    }
  }

  private Stream<Hint> hints(ChangedItems changed) {
    return changed.listKey() == null
        ? changed.items().stream().map(ChangedItemsListener::hint)
        : lists.open(changed.listKey());
  }

  private static Hint hint(ChangedItems.Item item) {
    return new Hint(item.checked().itemId(), Optional.ofNullable(item.warehouse()));
  }
}
