package inventory.pulumi.api;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Json;
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
    return Json.write(
        Json.object(
            "requestId", "$context.requestId",
            "time", "$context.requestTime",
            "ip", "$context.identity.sourceIp",
            "subject", "$context.authorizer.claims.sub",
            "route", "$context.routeKey",
            "path", "$context.path",
            "status", "$context.status",
            "bytes", "$context.responseLength",
            "milliseconds", "$context.responseLatency",
            "error", "$context.error.message",
            "refusal", "$context.authorizer.error"));
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
