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

  /** An access token for the reporting API, of an operator. */
  public static final String TOKEN = "INVENTORY_TOKEN";

  /** The issuer of access tokens, as it stands in them. */
  public static final String OIDC_ISSUER = "INVENTORY_OIDC_ISSUER";

  /** The URL of the keys by which the issuer's signatures are verified. */
  public static final String OIDC_JWKS = "INVENTORY_OIDC_JWKS";

  /** The client that access tokens must be for; {@link Access#CLIENT_ID} unless set. */
  public static final String OIDC_CLIENT_ID = "INVENTORY_OIDC_CLIENT_ID";

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
