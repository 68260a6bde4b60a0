package inventory.ingest.domain;

import inventory.model.StockKey;

/** Tells those downstream which items changed. */
public interface ChangeFeed {

  /** Begins the announcement of what a file changed. */
  Announcement begin(Upload upload);

  /** The items that one file changed. Memory does not grow with their number. */
  interface Announcement extends AutoCloseable {

    /** Adds an item. */
    void add(StockKey key);

    /** Sends what was added; returns when it is durable. Nothing is sent if nothing was added. */
    void send();

    /** Frees what is held. */
    @Override
    void close();
  }
}
