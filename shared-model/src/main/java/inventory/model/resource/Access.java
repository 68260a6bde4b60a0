package inventory.model.resource;

/**
 * Access to the reporting API: names that the API, the user pool in AWS and the identity server of
 * the local environment share.
 */
public final class Access {

  /** The client of access tokens, unless {@link Variables#OIDC_CLIENT_ID} names another. */
  public static final String CLIENT_ID = "inventory-dashboard";

  /** The claim of an access token with the groups of its user, as Cognito calls it. */
  public static final String GROUPS = "cognito:groups";

  /** The group of users who may only read. */
  public static final String VIEWER = "viewer";

  /** The group of users who may also acknowledge alerts, release files and upload. */
  public static final String OPERATOR = "operator";

  private Access() {}
}
