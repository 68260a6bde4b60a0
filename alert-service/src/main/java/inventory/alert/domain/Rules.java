package inventory.alert.domain;

import inventory.model.AlertId;
import inventory.model.StockKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules by which stock was last checked, and all stock that they concern. */
public interface Rules {

  /** The state of the check of all stock; empty before the first one. */
  Optional<Progress> find();

  /**
   * Writes the state, provided that it is still the one that was read.
   *
   * @param before empty if there was none
   * @return false if another process wrote first
   */
  boolean save(Optional<Progress> before, Progress after);

  /**
   * The next levels after a place, strongly consistent: warehouse by warehouse, each by item id.
   *
   * @param place where the page begins
   */
  Page levels(Place place);

  /**
   * Whether a warehouse is the first one of those that have the item, so that a check of totals
   * meets each item once; may lag by moments.
   */
  boolean isFirst(StockKey key);

  /** The open alerts of all scopes; may lag by moments. The caller closes the stream. */
  Stream<AlertId> openAlerts();

  /**
   * How far the check of all stock is.
   *
   * @param rules the rules, as text that is equal for equal rules
   * @param place where it continues; empty when it is complete
   */
  record Progress(String rules, Optional<Place> place) {}

  /**
   * A place in all stock.
   *
   * @param warehouse the warehouse; empty for the first one
   * @param itemId the item after which to continue; empty for the beginning of the warehouse
   */
  record Place(Optional<String> warehouse, Optional<String> itemId) {

    /** Before all stock. */
    static final Place BEGINNING = new Place(Optional.empty(), Optional.empty());
  }

  /**
   * Levels.
   *
   * @param keys at most a few hundred; may be none
   * @param next where the next page begins; empty on the last page
   */
  record Page(List<StockKey> keys, Optional<Place> next) {}
}
