package inventory.model.resource;

import java.util.Locale;

/**
 * The environment variables by which a service learns where its resources are. Endpoints, region
 * and credentials come by the variables that every AWS SDK knows.
 */
public final class Variables {

  /** The inbox bucket's name. */
  public static final String BUCKET = "INVENTORY_BUCKET";

  /** The table's name. */
  public static final String TABLE = "INVENTORY_TABLE";

  /** The Kinesis stream's name; not there where the environment has no stream. */
  public static final String STREAM = "INVENTORY_STREAM";

  /** The base URL of the reporting API, version included. */
  public static final String API = "INVENTORY_API";

  /** The folder in which the local environment keeps delivered e-mails. */
  public static final String MAIL = "INVENTORY_MAIL";

  private Variables() {}

  /**
   * The variable that names a queue: {@code INVENTORY_INGEST_QUEUE} for {@link Queues#INGEST}.
   *
   * @param standardName the queue's name in {@link Queues}
   */
  public static String queue(String standardName) {
    String words = standardName.replace(QueueDefinition.FIFO, "").replace('-', '_');
    return words.toUpperCase(Locale.ROOT) + "_QUEUE";
  }
}
