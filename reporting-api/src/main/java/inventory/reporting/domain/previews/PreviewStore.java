package inventory.reporting.domain.previews;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.recipients.RecipientRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a file would change; strongly consistent, and writes nothing. */
public interface PreviewStore {

  /** The file to which a content belongs; empty if the content is new. */
  Optional<Owner> owner(String sha256);

  /**
   * The file to which a content belongs.
   *
   * @param key its key in the inbox
   */
  record Owner(String fileId, String key, FileStatus status) {}

  /** The levels with these keys that exist. Costs a read for each. */
  Map<StockKey, Known> levels(Collection<StockKey> keys);

  /** The levels of an item in all warehouses. Costs a query, and a read for each warehouse. */
  Map<StockKey, Known> levelsOf(String itemId);

  /**
   * A level.
   *
   * @param marks its movements that may not be stored yet
   */
  record Known(StockLevel level, List<Movement> marks) {}

  /**
   * The movements of a level later than a position, oldest first, read while the caller iterates.
   *
   * @param after a {@link inventory.model.Position}
   */
  Iterable<Movement> later(StockKey key, String after, List<Movement> marks);

  /** The records of these alerts that exist. Costs a read for each. */
  Map<AlertId, AlertRecord> alerts(Collection<AlertId> alerts);

  /** The rules about who is notified of low stock. */
  RecipientRules recipients();
}
