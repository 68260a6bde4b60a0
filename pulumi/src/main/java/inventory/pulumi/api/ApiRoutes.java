package inventory.pulumi.api;

import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.Route;
import com.pulumi.aws.apigatewayv2.RouteArgs;
import com.pulumi.aws.apigatewayv2.inputs.AuthorizerJwtConfigurationArgs;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.ProgramFunction;
import inventory.pulumi.identity.DashboardClient;
import inventory.pulumi.identity.ProgramClients;
import inventory.pulumi.identity.SignIn;
import java.util.ArrayList;
import java.util.List;

/** The routes to the function. All but the API's description need a token. */
final class ApiRoutes extends Component {

  private static final String NAME = "inventory";

  private final Gateway gateway;
  private final Authorizer authorizer;
  private final Integration integration;

  ApiRoutes(
      String name,
      StackContext base,
      Gateway gateway,
      SignIn signIn,
      DashboardClient client,
      ProgramClients programs,
      ProgramFunction function) {
    super("ApiRoutes", name, base);
    this.gateway = gateway;
    authorizer =
        new Authorizer(
            NAME,
            AuthorizerArgs.builder()
                .apiId(gateway.api().id())
                .name(NAME)
                .authorizerType("JWT")
                .identitySources(List.of("$request.header.Authorization"))
                .jwtConfiguration(
                    AuthorizerJwtConfigurationArgs.builder()
                        .issuer(signIn.issuer())
                        .audiences(
                            Output.tuple(client.id(), programs.ids())
                                .applyValue(ids -> audiences(ids.t1, ids.t2)))
                        .build())
                .build(),
            child());
    integration =
        new Integration(
            NAME,
            IntegrationArgs.builder()
                .apiId(gateway.api().id())
                .integrationType("AWS_PROXY")
                .integrationUri(function.live().invokeArn())
                .payloadFormatVersion("2.0")
                .build(),
            child());
    new Permission(
        NAME,
        PermissionArgs.builder()
            .action("lambda:InvokeFunction")
            .function(function.name())
            .qualifier(function.live().name())
            .principal("apigateway.amazonaws.com")
            .sourceArn(gateway.api().executionArn().applyValue(arn -> arn + "/*/*"))
            .build(),
        child());
    forUsers("ANY /v1/{proxy+}");
    forAll("GET /v1/openapi.yml");
    forAll("GET /swagger-ui/{proxy+}");
    complete();
  }

  private static List<String> audiences(String dashboard, List<String> programs) {
    List<String> all = new ArrayList<>();
    all.add(dashboard);
    all.addAll(programs);
    return all;
  }

  private void forUsers(String key) {
    new Route(
        key, route(key).authorizationType("JWT").authorizerId(authorizer.id()).build(), child());
  }

  private void forAll(String key) {
    new Route(key, route(key).authorizationType("NONE").build(), child());
  }

  private RouteArgs.Builder route(String key) {
    Output<String> target = integration.id().applyValue(id -> "integrations/" + id);
    return RouteArgs.builder().apiId(gateway.api().id()).routeKey(key).target(target);
  }
}
