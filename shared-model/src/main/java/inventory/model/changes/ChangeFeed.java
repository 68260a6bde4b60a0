package inventory.model.changes;

import inventory.model.StockKey;

/** Tells those downstream which items changed. */
public interface ChangeFeed {

  /**
   * Begins the announcement of what changed.
   *
   * @param batch what belongs together in one notice: of a file its id
   * @param cause what changed the items, for people: of a file its key
   */
  Announcement begin(String batch, String cause);

  /** What one batch changed. Memory does not grow with their number. */
  interface Announcement extends AutoCloseable {

    /** Adds an item in one warehouse. */
    void add(StockKey key);

    /** Adds an item in every warehouse that has it. */
    void addEverywhere(String itemId);

    /** Sends what was added; returns when it is durable. Nothing is sent if nothing was added. */
    void send();

    /** Frees what is held. */
    @Override
    void close();
  }
}
