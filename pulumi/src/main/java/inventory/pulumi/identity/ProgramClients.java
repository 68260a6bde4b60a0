package inventory.pulumi.identity;

import com.pulumi.aws.cognito.ResourceServer;
import com.pulumi.aws.cognito.ResourceServerArgs;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.inputs.ResourceServerScopeArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientTokenValidityUnitsArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.settings.Settings.ApiProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs as clients of the user pool: client credentials, with the scopes of the setting. Without
 * such programs there is neither a resource server nor a client.
 */
public final class ProgramClients extends Component {

  /** First part of each scope: the API is called {@code inventory}. */
  private static final String API = "inventory";

  private static final int ACCESS_MINUTES = 60;

  private final List<Output<String>> ids = new ArrayList<>();

  public ProgramClients(String name, StackContext base, SignIn signIn) {
    super("ProgramClients", name, base);
    List<ApiProgram> programs = base.settings().programs();
    if (!programs.isEmpty()) {
      ResourceServer server =
          new ResourceServer(
              API,
              ResourceServerArgs.builder()
                  .userPoolId(signIn.poolId())
                  .identifier(API)
                  .name(API)
                  .scopes(
                      scope("read", "Read reports"),
                      scope("write", "Upload files"),
                      scope("operate", "Do everything"))
                  .build(),
              child());
      programs.forEach(program -> client(program, signIn, server));
    }
    complete();
  }

  private static ResourceServerScopeArgs scope(String name, String description) {
    return ResourceServerScopeArgs.builder().scopeName(name).scopeDescription(description).build();
  }

  private void client(ApiProgram program, SignIn signIn, ResourceServer server) {
    UserPoolClient client =
        new UserPoolClient(
            "inventory-program-" + program.name(),
            UserPoolClientArgs.builder()
                .name("inventory-program-" + program.name())
                .userPoolId(signIn.poolId())
                .generateSecret(true)
                .allowedOauthFlowsUserPoolClient(true)
                .allowedOauthFlows("client_credentials")
                // The server's own id makes Pulumi declare the scopes first.
                .allowedOauthScopes(
                    server
                        .identifier()
                        .applyValue(
                            api -> program.scopes().stream().map(s -> api + "/" + s).toList()))
                .enableTokenRevocation(true)
                .accessTokenValidity(ACCESS_MINUTES)
                .tokenValidityUnits(
                    UserPoolClientTokenValidityUnitsArgs.builder().accessToken("minutes").build())
                .build(),
            child());
    ids.add(client.id());
  }

  /** The ids of the clients, in the order of the setting. */
  public Output<List<String>> ids() {
    return Output.all(ids);
  }
}
