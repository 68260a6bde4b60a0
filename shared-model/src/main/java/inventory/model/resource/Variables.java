package inventory.model.resource;

import java.util.Locale;

/**
 * The environment variables that name a service's resources. Endpoints, region and credentials are
 * in the variables of every AWS SDK.
 */
public final class Variables {

  /** The inbox bucket's name. */
  public static final String BUCKET = "INVENTORY_BUCKET";

  /** The table's name. */
  public static final String TABLE = "INVENTORY_TABLE";

  /** The Kinesis stream's name; not set if the environment has no stream. */
  public static final String STREAM = "INVENTORY_STREAM";

  /** The base URL of the reporting API, with the version. */
  public static final String API = "INVENTORY_API";

  /** An access token for the reporting API, of an operator. */
  public static final String TOKEN = "INVENTORY_TOKEN";

  /** The issuer of access tokens, exactly as in the tokens. */
  public static final String OIDC_ISSUER = "INVENTORY_OIDC_ISSUER";

  /** The URL of the keys that verify the issuer's signatures. */
  public static final String OIDC_JWKS = "INVENTORY_OIDC_JWKS";

  /**
   * The client of the dashboard, whose tokens are accepted; {@link Access#CLIENT_ID} unless set.
   */
  public static final String OIDC_CLIENT_ID = "INVENTORY_OIDC_CLIENT_ID";

  /** Further clients whose tokens are accepted, separated by commas; none unless set. */
  public static final String OIDC_CLIENTS = "INVENTORY_OIDC_CLIENTS";

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
