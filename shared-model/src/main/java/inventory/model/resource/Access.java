package inventory.model.resource;

import java.util.Map;

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

  /** The scope of programs that may read. */
  public static final String READ_SCOPE = "inventory/read";

  /** The scope of programs that may upload files and state facts. */
  public static final String WRITE_SCOPE = "inventory/write";

  /** The scope of programs that may do everything. */
  public static final String OPERATE_SCOPE = "inventory/operate";

  /** The role of programs that may upload files and state facts, and nothing else. */
  public static final String WRITER = "writer";

  /** The role that a scope gives to a program. */
  public static final Map<String, String> ROLES_BY_SCOPE =
      Map.of(READ_SCOPE, VIEWER, WRITE_SCOPE, WRITER, OPERATE_SCOPE, OPERATOR);

  /** The client of the commands of the local environment. */
  public static final String CLI_CLIENT_ID = "inventory-cli";

  private Access() {}
}
