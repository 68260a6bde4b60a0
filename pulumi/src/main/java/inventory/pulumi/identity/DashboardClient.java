package inventory.pulumi.identity;

import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientTokenValidityUnitsArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;

/**
 * The dashboard as a client of the user pool: code flow with PKCE and without a secret, because a
 * browser cannot keep one.
 */
public final class DashboardClient extends Component {

  public static final String SCOPE = "openid profile";

  private static final int ACCESS_MINUTES = 60;
  private static final int REFRESH_HOURS = 12;

  private final UserPoolClient client;

  public DashboardClient(String name, StackContext base, SignIn signIn, Output<String> site) {
    super("DashboardClient", name, base);
    Output<List<String>> home = site.applyValue(url -> List.of(url + "/"));
    client =
        new UserPoolClient(
            "inventory-dashboard",
            UserPoolClientArgs.builder()
                .name("inventory-dashboard")
                .userPoolId(signIn.poolId())
                .generateSecret(false)
                .allowedOauthFlowsUserPoolClient(true)
                .allowedOauthFlows("code")
                .allowedOauthScopes(SCOPE.split(" "))
                .supportedIdentityProviders("COGNITO")
                .callbackUrls(home)
                .logoutUrls(home)
                .explicitAuthFlows("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
                .preventUserExistenceErrors("ENABLED")
                .enableTokenRevocation(true)
                .accessTokenValidity(ACCESS_MINUTES)
                .idTokenValidity(ACCESS_MINUTES)
                .refreshTokenValidity(REFRESH_HOURS)
                .tokenValidityUnits(
                    UserPoolClientTokenValidityUnitsArgs.builder()
                        .accessToken("minutes")
                        .idToken("minutes")
                        .refreshToken("hours")
                        .build())
                .build(),
            child());
    complete();
  }

  /** The client's id. */
  public Output<String> id() {
    return client.id();
  }
}
