package inventory.model.resource;

/**
 * Who may use the reporting API: names that the API, the user pool in the cloud and the identity
 * server of a local environment share.
 */
public final class Access {

  /**
   * The client that access tokens are for, unless {@link Variables#OIDC_CLIENT_ID} says another.
   */
  public static final String CLIENT_ID = "inventory-dashboard";

  /** The claim of an access token with the groups of its user, as Cognito calls it. */
  public static final String GROUPS = "cognito:groups";

  /** The group of those who read. */
  public static final String VIEWER = "viewer";

  /** The group of those who read, take note of alerts, release files and upload. */
  public static final String OPERATOR = "operator";

  private Access() {}
}
