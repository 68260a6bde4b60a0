package inventory.reporting.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.Closeable;

/**
 * Handles the events of an HTTP API (payload 2.0) by converting each to an event of a REST API. An
 * HTTP API joins parameters with commas, and the framework's own handler would split values that
 * contain a comma.
 */
public final class HttpApiFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Closeable {

  private final ApiGatewayProxyRequestEventFunction function;

  /** Used by Lambda; environment variables configure it. */
  public HttpApiFunction() {
    this(new ApiGatewayProxyRequestEventFunction());
  }

  /** Uses an existing context. */
  public HttpApiFunction(ApplicationContext context) {
    this(new ApiGatewayProxyRequestEventFunction(context));
  }

  private HttpApiFunction(ApiGatewayProxyRequestEventFunction function) {
    this.function = function;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    APIGatewayProxyResponseEvent response =
        function.handleRequest(HttpApiEvents.request(event), context);
    return HttpApiEvents.response(response);
  }

  @Override
  public void close() {
    function.close();
  }
}
