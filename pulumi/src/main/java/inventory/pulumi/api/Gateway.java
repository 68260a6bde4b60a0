package inventory.pulumi.api;

import static com.pulumi.codegen.internal.Serialization.jsonObject;
import static com.pulumi.codegen.internal.Serialization.jsonProperty;
import static com.pulumi.codegen.internal.Serialization.serializeJson;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.storage.LogGroups;

/** The HTTP API (requirement R6) with a rate limit and an access log. */
public final class Gateway extends Component {

  static final String STAGE = "$default";

  private static final String NAME = "inventory";

  private final Api api;

  Gateway(String name, StackContext base, LogGroups logs) {
    super("Gateway", name, base);
    api =
        new Api(
            NAME,
            ApiArgs.builder()
                .name(NAME)
                .protocolType("HTTP")
                .description("Reports of stock levels, files, alerts and validation runs")
                .build(),
            child());
    LogGroup log = logs.of(this, "/inventory/api-access");
    int rate = base.settings().apiRequestsPerSecond();
    new Stage(
        NAME,
        StageArgs.builder()
            .apiId(api.id())
            .name(STAGE)
            .autoDeploy(true)
            .accessLogSettings(
                StageAccessLogSettingsArgs.builder()
                    .destinationArn(log.arn())
                    .format(accessLogFormat())
                    .build())
            .defaultRouteSettings(
                StageDefaultRouteSettingsArgs.builder()
                    .throttlingRateLimit((double) rate)
                    .throttlingBurstLimit(2 * rate)
                    .detailedMetricsEnabled(false)
                    .build())
            .build(),
        child());
    complete();
  }

  /** Without tokens and user names: the subject is an id. */
  private static String accessLogFormat() {
    return serializeJson(
        jsonObject(
            jsonProperty("requestId", "$context.requestId"),
            jsonProperty("time", "$context.requestTime"),
            jsonProperty("ip", "$context.identity.sourceIp"),
            jsonProperty("subject", "$context.authorizer.claims.sub"),
            jsonProperty("route", "$context.routeKey"),
            jsonProperty("path", "$context.path"),
            jsonProperty("status", "$context.status"),
            jsonProperty("bytes", "$context.responseLength"),
            jsonProperty("milliseconds", "$context.responseLatency"),
            jsonProperty("error", "$context.error.message"),
            jsonProperty("refusal", "$context.authorizer.error")));
  }

  /** The API. */
  public Api api() {
    return api;
  }

  /** Its host name. */
  Output<String> host() {
    return api.apiEndpoint().applyValue(url -> url.replace("https://", ""));
  }
}
