package inventory.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;

/** The stack: every part of the cloud, and what depends on what. */
public final class App {

  private App() {}

  /**
   * Run by {@code pulumi up}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Pulumi.run(context -> stack(context, Settings.of(context.config())));
  }

  /** Declares all resources and exports the names by which the services find theirs. */
  static void stack(Context context, Settings settings) {
    EncryptionKey key = new EncryptionKey("encryption");
    Storage storage = new Storage("storage", key, settings);
    MessageQueues queues = new MessageQueues("queues", key, storage.bucket());
    new InboxNotifications("notifications", storage.bucket(), queues);
    StockTable table = new StockTable("table", key, settings);
    MailTopics topics = new MailTopics("topics", key, settings);

    context.export("bucket", storage.bucket().bucket());
    context.export("table", table.name());
    queues.urls().forEach(context::export);
    topics.arns().forEach(context::export);
  }
}
