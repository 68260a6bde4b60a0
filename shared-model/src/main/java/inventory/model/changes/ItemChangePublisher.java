package inventory.model.changes;

import inventory.model.StockKey;

/** Publishes which items have changed. */
public interface ItemChangePublisher {

  /**
   * Starts an announcement of changes.
   *
   * @param batch changes of one batch are reported in one notification; for a file its id
   * @param cause what changed the items, for people: for a file its key
   */
  Announcement begin(String batch, String cause);

  /** The changes of one batch. Memory does not grow with their number. */
  interface Announcement extends AutoCloseable {

    /** Adds an item in one warehouse. */
    void add(StockKey key);

    /** Adds an item in every warehouse that has it. */
    void addEverywhere(String itemId);

    /** Publishes the added items, if any; returns when that is durable. */
    void publish();

    /** Removes temporary files. */
    @Override
    void close();
  }
}
