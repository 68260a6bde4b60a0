package inventory.pulumi;

/**
 * Where data lies, at rest and on its way.
 *
 * @param logs makes log groups, under a key of their own
 * @param holdings inbox, table, queues, topics, and the key of it all
 * @param undelivered what schedules and rules could not start
 */
record Data(LogGroups logs, Holdings holdings, UndeliveredQueue undelivered) {

  /** Declares it. */
  static Data declare(Foundation base) {
    EncryptionKey key = EncryptionKey.ofData(base);
    LogGroups logs = new LogGroups(base, EncryptionKey.ofLogs(base));
    Storage storage = new Storage("storage", base, key);
    MessageQueues queues = new MessageQueues("queues", base, key, storage.bucket());
    new InboxNotifications("notifications", base, storage.bucket(), queues);
    StockTable table = new StockTable("table", base, key);
    NoticeTopics topics = new NoticeTopics("topics", base, key);
    return new Data(
        logs,
        new Holdings(base, storage, table, queues, topics, key),
        new UndeliveredQueue(UndeliveredQueue.STARTS, base, key));
  }

  /** The key of all data. */
  EncryptionKey key() {
    return holdings.key();
  }

  /** The inbox. */
  Storage storage() {
    return holdings.storage();
  }
}
