package inventory.alert.webhook;

import inventory.model.webhook.EventBatchItem;
import java.util.List;

/**
 * The events that no endpoint has in its list yet. Events about stock are written together with the
 * alerts that they report.
 */
public interface EventFeed {

  /** Publishes that a file was finished; may be repeated. */
  void fileFinished(String fileId);

  /**
   * Publishes that a validation run ended; may be repeated.
   *
   * @param ending how often the run had ended, 1 or more
   */
  void runEnded(String runId, int ending);

  /** The oldest batches, at most {@code limit}, strongly consistent. */
  List<EventBatchItem> oldest(int limit);

  /** Removes batches that all endpoints have. */
  void remove(List<EventBatchItem> batches);
}
