package inventory.reporting.domain.thresholds;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.ThresholdVersion;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.table.ThresholdItem;
import inventory.reporting.domain.Collisions;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.StoreUnavailableException;
import inventory.reporting.domain.thresholds.ThresholdStore.Statement;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sets and removes thresholds when a person decides so (requirement T5). The existing stock is
 * checked at once, as after a threshold file: the items are published after the threshold is
 * stored, and again if the request is repeated because its answer was lost.
 *
 * <p>A decision is newer than the threshold that the person sees, so it takes effect. A file
 * replaces it if it is for a later day, or for the day of the decision and uploaded later ({@link
 * ThresholdVersion}). It costs one read, one write and one message.
 */
public final class ThresholdDecisions {

  private final ThresholdStore thresholds;
  private final ItemChangePublisher changes;
  private final Supplier<String> ids;

  /**
   * Writes to a store.
   *
   * @param changes notifies alert-service
   * @param ids makes unique ids
   */
  public ThresholdDecisions(
      ThresholdStore thresholds, ItemChangePublisher changes, Supplier<String> ids) {
    this.thresholds = thresholds;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Sets a threshold.
   *
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public ThresholdItem set(AlertId scope, RestockRule rule, Decision decision) {
    ThresholdItem stored =
        Collisions.retry("a threshold", () -> write(scope, Optional.of(rule), decision));
    publish(scope, decision, "set");
    return stored;
  }

  /**
   * Removes a threshold: the item's own applies again, or the default. Idempotent.
   *
   * @return the statement that removed it, now or earlier
   * @throws NoSuchRecordException if no threshold was ever set
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public ThresholdItem remove(AlertId scope, Decision decision) {
    ThresholdItem stored =
        Collisions.retry("a threshold", () -> write(scope, Optional.empty(), decision));
    publish(scope, decision, "removed");
    return stored;
  }

  /** The last statement; empty if the write collided with another one. */
  private Optional<ThresholdItem> write(
      AlertId scope, Optional<RestockRule> rule, Decision decision) {
    Optional<ThresholdItem> before = thresholds.find(scope);
    if (rule.isEmpty()) {
      ThresholdItem last = before.orElseThrow(() -> NoSuchRecordException.ofThreshold(scope));
      if (last.rule().isEmpty()) {
        return before;
      }
    }
    Optional<ThresholdVersion> version = before.map(ThresholdItem::version);
    Statement statement =
        new Statement(scope, rule, ThresholdVersion.decided(decision.at(), version), decision);
    return thresholds.write(version, statement);
  }

  private void publish(AlertId scope, Decision decision, String verb) {
    String who = decision.by().isEmpty() ? "somebody" : decision.by();
    try (ItemChangePublisher.Announcement announcement =
        changes.begin("threshold-" + ids.get(), who + " " + verb + " a threshold")) {
      scope
          .warehouse()
          .ifPresentOrElse(
              name -> announcement.add(new StockKey(name, scope.itemId())),
              () -> announcement.addEverywhere(scope.itemId()));
      announcement.publish();
    }
  }
}
